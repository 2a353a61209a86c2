import LinkChartModel

/// A name taken apart for comparison: words by their spelling skeletons, what is left out, numbers, initials.
///
/// ```swift
/// NameKey("Tehreek-i-Taliban").words.map(\.text)          // ["tihrik", "taliban"]
/// NameKey("Maulana Masood Azhar", isPersonal: true).words.map(\.text)   // ["masud", "ajar"]
/// NameKey("T.T.P.").acronym                                // "ttp"
/// ```
///
/// Particles (`al`, `e`, `of` …), titles of persons and forms of companies are left out where any other word is
/// left. Of a name in Arabic or Hebrew script the words have consonants only; words of scripts that are not written
/// in Latin letters here, such as Chinese, stay as they are.
public struct NameKey: Sendable, Hashable {
    /// A word of a name.
    public struct Word: Sendable, Hashable {
        /// How its letters are to be understood.
        public enum Script: UInt8, Sendable, Hashable {
            /// A skeleton with vowels.
            case spelled
            /// A skeleton of consonants, as its script writes no others.
            case consonantal
            /// A word of a script that is compared as it is.
            case verbatim
        }

        /// The skeleton as UTF-8.
        public var skeleton: [UInt8]
        /// How its letters are to be understood.
        public var script: Script
        /// Whether it is a single letter, such as the `J` of `J. Smith`.
        public var isInitial = false
        /// Whether it was written in capitals alone in a name that was not, such as the `UN` of `UN Monitoring Team`.
        public var isCapitals = false
        /// Its first Latin letter; nil for a number and other scripts.
        public var initial: UInt8?

        /// The skeleton as a text.
        public var text: String { String(decoding: skeleton, as: UTF8.self) }
    }

    /// The words that count.
    public private(set) var words: [Word] = []
    /// Numbers in the name, also Roman ones at its end: names whose numbers differ never match.
    public private(set) var numbers: [String] = []
    /// The letters of a name that is an acronym, in lower case: one word of two to six letters, most of them capitals.
    public private(set) var acronym: String?
    /// Initials of words and particles in their order.
    var initials: [(letter: UInt8, isParticle: Bool)] {
        zip(initialLetters, initialIsParticle).map { ($0, $1) }
    }
    /// The skeletons of all words, particles too, without gaps: `al-Qaeda` and `Alqaida` have the same.
    private(set) var joined: [UInt8] = []
    /// Whether a word is there that makes another of the one named, such as `deputy`.
    private(set) var isAltered = false
    /// Whether nothing but words is there that many names consist of, such as `Ministry of Defence`.
    private(set) var isCommon = false

    private var initialLetters: [UInt8] = []
    private var initialIsParticle: [Bool] = []

    /// Takes a name apart.
    ///
    /// - Parameters:
    ///   - name: any text.
    ///   - isPersonal: whether it may name a person, so that titles are left out; else forms of companies are.
    /// - Complexity: linear in the length of the name.
    public init(_ name: String, isPersonal: Bool = false) {
        var reader = NameReader(isPersonal: isPersonal)
        reader.read(name)
        let parts = reader.parts
        let content = parts.filter { $0.role == .word }
        // What is all there is counts, whatever it is.
        let kept = content.isEmpty ? parts : content
        words = kept.map(\.word)
        numbers = reader.numbers
        acronym = reader.acronym
        isAltered = parts.contains { NameWords.alterers.contains($0.text) }
        isCommon = kept.allSatisfy { NameWords.commonWords.contains($0.text) }
        for part in parts where part.role == .word || part.role == .particle {
            joined += part.word.skeleton
            guard let initial = part.word.initial else { continue }
            initialLetters.append(initial)
            initialIsParticle.append(part.role == .particle)
        }
    }
}
