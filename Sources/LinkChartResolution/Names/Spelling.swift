/// How a word is spelt once the habits of transliteration are taken out of it.
///
/// `Tehreek` and `Tehrik`, `Qaeda` and `Qaida`, `Шойгу` and `Shoygu` have the same skeleton. Its letters are `a`, `i`
/// and `u` for all vowels; of consonants those that English has one letter for, `x` for the first sound of *ship* and
/// `c` for that of *chip*.
enum Spelling {
    /// The skeleton of a word in lower-case ASCII letters and digits.
    ///
    /// - Parameters:
    ///   - word: the word; `'` stands between letters that are not to be taken together.
    ///   - isAbjad: whether the word comes from a script without vowels; then it gets none.
    static func skeleton(_ word: some Sequence<UInt8>, isAbjad: Bool = false) -> [UInt8] {
        let letters = Array(word)
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        var isApart = false
        func add(_ letter: Unicode.Scalar) {
            let byte = UInt8(truncatingIfNeeded: letter.value)
            if result.last != byte || isDigit(byte) || isApart { result.append(byte) }
            isApart = false
        }
        var position = 0
        func next(_ offset: Int = 1) -> Unicode.Scalar {
            position + offset < letters.count ? Unicode.Scalar(letters[position + offset]) : " "
        }
        while position < letters.count {
            let letter = Unicode.Scalar(letters[position])
            var length = 1
            switch letter {
            case "'": isApart = isAbjad
            case "e":
                if next() == "a" { length = 2 }
                add("i")
            case "i", "y": add("i")
            case "o", "u": add("u")
            case "w": add("v")
            case "b" where next() == "h", "d" where next() == "h", "g" where next() == "h",
                "k" where next() == "h", "r" where next() == "h":
                length = 2
                add(letter)
            case "t" where next() == "h":
                length = 2
                add("t")
            case "t" where next() == "c" && next(2) == "h": break
            case "c":
                switch next() {
                case "h":
                    length = 2
                    add("c")
                case "k": break
                case "e", "i", "y": add("s")
                default: add("k")
                }
            case "s":
                if next() == "c" && next(2) == "h" {
                    length = 3
                    add("x")
                } else if next() == "h" {
                    length = 2
                    add("x")
                } else {
                    add("s")
                }
            case "d" where next() == "j":
                length = 2
                add("j")
            case "d" where next() == "z" && next(2) == "h":
                length = 3
                add("j")
            case "z":
                if next() == "h" {
                    length = 2
                    add("j")
                } else {
                    add("z")
                }
            case "p":
                if next() == "h" {
                    length = 2
                    add("f")
                } else {
                    add("p")
                }
            case "q": add("k")
            case "x":
                add("k")
                add("s")
            default: add(letter)
            }
            position += length
        }
        if result.count > 1, result.last == UInt8(ascii: "h") { result.removeLast() }
        return isAbjad ? bones(result) : result
    }

    /// The consonants of a skeleton: `tihrik` gives `thrk`.
    static func consonants(_ skeleton: some Sequence<UInt8>) -> [UInt8] { skeleton.filter { !isVowel($0) } }

    /// What is left of a skeleton where every script and every habit agrees: consonants, without those that are
    /// vowels to somebody, and with one letter for `p` and `b`, and for `g` and `k`.
    static func bones(_ skeleton: some Sequence<UInt8>) -> [UInt8] {
        skeleton.compactMap { letter in
            switch letter {
            case UInt8(ascii: "v"): nil
            case UInt8(ascii: "p"): UInt8(ascii: "b")
            case UInt8(ascii: "g"): UInt8(ascii: "k")
            default: isVowel(letter) ? nil : letter
            }
        }
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "u")
    }

    static func isDigit(_ letter: UInt8) -> Bool { letter >= 0x30 && letter <= 0x39 }
}
