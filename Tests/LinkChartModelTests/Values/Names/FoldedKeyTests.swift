import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct FoldedKeyTests {
    @Test(arguments: [
        ("warns-about", "warnsabout"), ("LOCATED_IN", "locatedin"), ("member of", "memberof"),
        ("memberOf", "memberof"), ("  Kabul\t", "kabul"), ("Haqqani (network)", "haqqaninetwork"),
        ("Ayman al-Ẓawāhirī", "aymanalzawahiri"), ("Qurʾān", "quran"), ("Őrség", "orseg"), ("Łódź", "lodz"),
        ("Søren", "soren"), ("Æthelred", "aethelred"), ("STRASSE", "strasse"), ("Straße", "strasse"),
        ("STRAẞE", "strasse"), ("İstanbul", "istanbul"), ("Isparta", "isparta"), ("ısparta", "isparta"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("Σίσυφος", "σισυφοσ"), ("Фёдоров", "федоров"), ("Киïв", "киiв"),
        ("Київ", "киів"),
        ("Ｋａｂｕｌ　１", "kabul1"), ("ﬁeld", "field"), ("Rue de l’Été", "ruedelete"), ("Đặng", "dang"),
    ])
    func foldsCaseAccentsAndPunctuation(text: String, key: String) {
        #expect(foldedKey(text) == key)
    }

    @Test(arguments: [
        "طالبان", "تحریکطالبانپاکستان", "آپریشن", "阿富汗", "タリバーン", "अफ़ग़ानिस्तान", "კაბული", "ⵜⴰⵍⵉⴱⴰⵏ", "탈레반",
    ])
    func leavesLettersOfOtherScripts(name: String) {
        #expect(foldedKey(name) == name)
    }

    @Test func leavesOutOptionalArabicSigns() {
        #expect(foldedKey("مُحَمَّد") == foldedKey("محمد"))
        #expect(foldedKey("طـــالبان") == "طالبان")
        // Two names that differ by a letter with madda stay two names.
        #expect(foldedKey("آب") != foldedKey("اب"))
        #expect(foldedKey("\u{0622}ب") == foldedKey("\u{0627}\u{0653}ب"))
    }

    @Test func punctuationAloneIsItsOwnKey() {
        #expect(foldedKey("+") == "+")
        #expect(foldedKey("-") == "-")
        #expect(foldedKey("—") == "—")
        #expect(foldedKey("") == "")
    }

    @Test func agreesWithCanonicalDecomposition() {
        // Where the key goes further than decomposition: a ligature, a stroke, a variant of upsilon.
        let further = ["æ": "ae", "ø": "o", "ϒ": "υ"]
        var compared = 0
        for (key, letters) in foldingOracle {
            for letter in letters.unicodeScalars {
                #expect(
                    foldedKey(String(letter)) == further[key, default: key],
                    "U+\(String(letter.value, radix: 16))")
                compared += 1
            }
        }
        #expect(compared == 790)
    }

    @Test func isIdempotentAndBlindToCaseAndComposition() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x250...0x36F, 0x370...0x52F, 0x600...0x6FF, 0x900...0x97F,
            0x1E00...0x206F,
            0x4E00...0x4E20, 0xFF01...0xFF5E,
        ]
        for _ in 0..<2_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                guard let range = ranges.randomElement(using: &random),
                    let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
                else { continue }
                text.append(scalar)
            }
            let name = String(text)
            let key = foldedKey(name)
            #expect(foldedKey(key) == key, "seed \(seed): \(name.debugDescription)")
        }
    }

    @Test func asciiPathAgreesWithTheOther() {
        for first in UInt8(0x20)..<0x7F {
            for second in UInt8(0x20)..<0x7F {
                let pair = String(decoding: [first, second], as: UTF8.self)
                // A Chinese letter, which folds to itself, forces the other path.
                let ascii = foldedKey(pair)
                #expect(
                    foldedKey(pair + "省")
                        == (ascii == pair && !pair.contains { $0.isLetter || $0.isNumber } ? "" : ascii) + "省"
                )
            }
        }
    }
}
