/// How a source qualifies a number.
public enum NumberQualifier: String, NamedCase {
    /// The number itself: "13,000".
    case exactly
    /// The number or thereabouts: "around 13,000".
    case around
    /// The number or little less: "nearly 3,000".
    case nearly
    /// Above the number: "more than 6,000".
    case moreThan
    /// The number or above: "at least 6,000".
    case atLeast
    /// Below the number: "less than 500".
    case lessThan
    /// The number or below: "at most 500".
    case atMost
    /// From one number to another, both included, perhaps with a best estimate: "between 10 and 15".
    case between
    /// At least three: "several"; or at least three and fewer than twenty of a unit: "several hundred".
    case several
    /// "tens".
    case tens
    /// "dozens".
    case dozens
    /// "hundreds".
    case hundreds
    /// "thousands".
    case thousands
    /// "tens of thousands".
    case tensOfThousands
    /// "hundreds of thousands".
    case hundredsOfThousands
    /// "millions".
    case millions

    /// Other words for the same.
    public static var synonyms: [(name: String, value: NumberQualifier)] {
        [
            ("about", .around), ("approximately", .around), ("roughly", .around), ("circa", .around),
            ("estimated", .around), ("almost", .nearly), ("over", .moreThan), ("minimum", .atLeast),
            ("under", .lessThan), ("fewerThan", .lessThan), ("upTo", .atMost), ("maximum", .atMost),
            ("range", .between), ("exact", .exactly),
        ]
    }

    /// The bounds that a word of magnitude has by itself; nil for a qualifier of another number.
    ///
    /// A plural is at least two of its unit, and fewer than two of the next greater unit that has a plural of its own,
    /// because from there on a speaker has the greater word: "hundreds" are at least 200 and fewer than 2,000.
    var magnitude: (lower: Double, upper: Double?)? {
        switch self {
        case .tens: (20, 200)
        case .dozens: (24, 200)
        case .hundreds: (200, 2_000)
        case .thousands: (2_000, 20_000)
        case .tensOfThousands: (20_000, 200_000)
        case .hundredsOfThousands: (200_000, 2_000_000)
        case .millions: (2_000_000, nil)
        default: nil
        }
    }

    /// The words that stand before a number, or for one.
    var words: String {
        switch self {
        case .exactly, .between: ""
        case .moreThan: "more than"
        case .atLeast: "at least"
        case .lessThan: "less than"
        case .atMost: "at most"
        case .tensOfThousands: "tens of thousands"
        case .hundredsOfThousands: "hundreds of thousands"
        default: rawValue
        }
    }
}
