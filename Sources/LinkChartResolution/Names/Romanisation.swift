import LinkChartModel

/// Letters of other scripts in Latin ones, as newspapers write them.
///
/// Accents go first, by the rules of ``/LinkChartModel/foldedKey(_:)``. Arabic script (with the letters of Persian,
/// Urdu and Pashto) and Hebrew write consonants only, so a name in them is compared by its consonants alone.
enum Romanisation {
    /// What a scalar is to a name.
    enum Letter: Equatable {
        /// Latin letters, perhaps none: a vowel sign, a soft sign.
        case latin(String)
        /// Latin letters for one of a script that leaves vowels out.
        case abjad(String)
        /// A consonant of Devanagari, after which an `a` is heard unless a sign says otherwise.
        case syllable(String)
        /// A vowel sign of Devanagari, in place of the `a`.
        case vowelSign(String)
        /// A letter of a script that is not written in Latin letters here.
        case unknown
    }

    /// What a letter or mark beyond ASCII is.
    static func letter(_ scalar: Unicode.Scalar) -> Letter {
        switch scalar.value {
        case 0x0590...0x05FF: return abjad(scalar, hebrew)
        case 0x0600...0x06FF, 0x0750...0x077F: return abjad(scalar, arabic)
        case 0x0900...0x097F:
            if let text = devanagari[scalar] { return .syllable(text) }
            if let text = devanagariVowels[scalar] { return .latin(text) }
            if let text = devanagariSigns[scalar] { return .vowelSign(text) }
            return isMark(scalar) ? .latin("") : .unknown
        default: break
        }
        if isMark(scalar) { return .latin("") }
        // Without its accent, in lower case.
        var text = ""
        for base in foldedKey(String(Character(scalar))).unicodeScalars {
            if base.value < 0x80 {
                text.unicodeScalars.append(base)
            } else if let latin = cyrillicAndGreek[base] {
                text += latin
            } else {
                return .unknown
            }
        }
        return .latin(text)
    }

    private static func abjad(_ scalar: Unicode.Scalar, _ table: [Unicode.Scalar: String]) -> Letter {
        if let text = table[scalar] { return .abjad(text) }
        return isMark(scalar) ? .latin("") : .unknown
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format, .modifierLetter, .modifierSymbol: true
        default: false
        }
    }

    /// Reads `ab=x c=y`. By scalars: a vowel sign after a blank is one character with it.
    private static func table(_ entries: String) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for entry in entries.unicodeScalars.split(separator: " ") {
            guard let sign = entry.firstIndex(of: "=") else { continue }
            let latin = String(String.UnicodeScalarView(entry[entry.index(after: sign)...]))
            for scalar in entry[..<sign] { table[scalar] = latin }
        }
        return table
    }

    private static let cyrillicAndGreek = table(
        """
        а=a б=b в=v г=g ґ=g д=d е=e ж=zh з=z и=i й=i і=i ї=i є=e к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f \
        х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ђ=dj ј=y љ=lj њ=nj ћ=c џ=j ў=u ә=a ө=o ү=u ұ=u һ=h \
        қ=k ғ=g ҳ=h ҷ=j ң=n ӣ=i ӯ=u α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s \
        ς=s τ=t υ=u φ=f χ=kh ψ=ps ω=o
        """)

    private static let arabic = table(
        """
        اآأإٱ=a ء= ئ= ؤ=w ب=b پ=p ت=t ة=a ث=th ج=j چ=ch ح=h خ=kh د=d ذ=z ر=r ز=z ژ=zh س=s ش=sh ص=s ض=d ط=t ظ=z \
        ع=a غ=gh ف=f ڤ=v ق=q ك=k ک=k ګ=g گ=g ڭ=ng ل=l م=m ن=n ں=n ه=h ہ=h ۀ=a ۂ=a ھ= و=w ۆ=w ۇ=w ۋ=w ى=a ي=y \
        ی=y ې=y ۍ=y ے=y ۓ=y ٹ=t ڈ=d ڑ=r ټ=t ډ=d ړ=r ږ=zh ښ=sh ځ=dz څ=ts ڼ=n ۃ=a
        """)

    private static let hebrew = table(
        """
        א=a ב=b ג=g ד=d ה=h ו=w ז=z ח=h ט=t י=y כך=k ל=l מם=m נן=n ס=s ע=a פף=p צץ=ts ק=k ר=r ש=sh ת=t
        """)

    private static let devanagari = table(
        """
        क=k ख=kh ग=g घ=gh ङ=n च=ch छ=ch ज=j झ=j ञ=n ट=t ठ=t ड=d ढ=d ण=n त=t थ=t द=d ध=d न=n प=p फ=f ब=b भ=b म=m \
        य=y र=r ल=l व=v श=sh ष=sh स=s ह=h ळ=l
        """)

    private static let devanagariVowels = table("अ=a आ=a इ=i ई=i उ=u ऊ=u ऋ=ri ए=e ऐ=ai ओ=o औ=au ऑ=o ं=n ँ=n ः=h")
    private static let devanagariSigns = table("ा=a ि=i ी=i ु=u ू=u ृ=ri े=e ै=ai ो=o ौ=au ॉ=o ्=")
}
