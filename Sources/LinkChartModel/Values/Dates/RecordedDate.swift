/// A date as a source gave it: its text beside what could be read from it.
///
/// ```swift
/// RecordedDate(normalizing: "2009-06-00").date?.description          // "2009-06"
/// RecordedDate(normalizing: "28 December 2022").date?.description    // "2022-12-28"
/// RecordedDate(normalizing: "03/04/2011").date?.description          // "2011", with a remark
/// RecordedDate(normalizing: "03/04/2011", hint: .monthFirst).date?.description   // "2011-03-04"
/// RecordedDate(normalizing: "after the harvest").date                // nil, with a remark; the text is kept
/// ```
///
/// Nothing is dropped and nothing is guessed: what can't be read stays as text, and what can be read in two ways is
/// kept as precise as both agree.
public struct RecordedDate: Hashable, Sendable {
    /// The source's text; nil if it was canonical EDTF, so that ``date`` says it all.
    public let raw: String?

    /// What could be read; nil if nothing could.
    public let date: EDTFDate?

    /// What a reader of the result should know about the reading; nil if there was nothing to decide.
    public let remark: DateRemark?

    /// A date that needs no reading.
    public init(date: EDTFDate) {
        self.init(raw: nil, date: date)
    }

    /// A date with the text that it was read from.
    ///
    /// - Parameters:
    ///   - raw: The source's text; it is left out if it is the date's canonical text.
    ///   - date: What it means, or nil if that isn't known.
    ///   - remark: What to know about the reading.
    public init(raw: String?, date: EDTFDate?, remark: DateRemark? = nil) {
        self.raw = raw == date?.description ? nil : raw
        self.date = date
        self.remark = remark
    }

    /// Reads a date as real inputs write it.
    ///
    /// EDTF comes first. Then: `00` for an unknown month or day; eight digits as GDELT has them (`20251127`), or
    /// fourteen; dates with slashes, dots or dashes in any order that the numbers themselves decide; names of months
    /// in English, in full or short, with weekdays, ordinals and times of day; `circa`, `since`, `until`, `between … and
    /// …` and ranges. Two-digit years follow POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068; the remark
    /// says so.
    ///
    /// - Parameters:
    ///   - text: The source's text. White space around it doesn't matter; an empty text is a missing date and gets
    ///     no remark.
    ///   - hint: In which order the source writes day and month, if that is known.
    /// - Complexity: O(n) in the length of the text.
    public init(normalizing text: String, hint: DateHint = .unknown) {
        var reader = DateReader(hint: hint)
        let date = reader.read(text)
        self.init(raw: text, date: date, remark: reader.remark)
    }

    /// The text to show: the canonical date, or else the source's own words.
    public var description: String { date?.description ?? raw ?? "" }
}

extension RecordedDate: CustomStringConvertible {}

/// In which order a source writes the numbers of a date.
public enum DateHint: String, NamedCase {
    /// Not known: only what the numbers themselves decide is read.
    case unknown
    /// Month, day, year, as in the United States.
    case monthFirst
    /// Day, month, year, as in most other countries.
    case dayFirst
}

/// What to know about how a date was read.
public enum DateRemark: Hashable, Sendable, CustomStringConvertible {
    /// Nothing could be read; with the nearest date that could be meant, if there is one.
    case unreadable(suggestion: String?)
    /// Day and month can't be told apart, so only the rest was kept.
    case ambiguousOrder
    /// A year of two digits was read as the given one.
    case twoDigitYear(Int)
    /// A word such as "early" narrows the date in a way that EDTF can't say, so the date is wider than the text.
    case imprecise(String)
    /// Fields that should say the same don't, or aren't possible; what is certain was kept.
    case inconsistent(String)

    /// Whether something was lost or left undecided, so that the one who imports should look.
    public var isWarning: Bool {
        switch self {
        case .unreadable, .ambiguousOrder, .inconsistent: true
        case .twoDigitYear, .imprecise: false
        }
    }

    /// The remark in a sentence for people.
    public var description: String {
        switch self {
        case .unreadable(nil): "the date can't be read; its text is kept"
        case .unreadable(let suggestion?):
            "the date can't be read, its text is kept; did you mean `\(suggestion)`?"
        case .ambiguousOrder: "day and month can't be told apart; a hint of their order would decide"
        case .twoDigitYear(let year): "the year of two digits is read as \(year)"
        case .imprecise(let word): "the date is wider than its text, which says \"\(word)\""
        case .inconsistent(let problem): problem
        }
    }
}
