/// An answer that may be "can't be told", with the connectives of Kleene's strong logic of indeterminacy
/// (S. C. Kleene, Introduction to Metamathematics, 1952, section 64).
public enum ThreeValued: String, NamedCase {
    /// True in every reading of what is known.
    case yes
    /// False in every reading of what is known.
    case no
    /// True in some readings and false in others.
    case unknown

    /// A plain answer.
    public init(_ answer: Bool) { self = answer ? .yes : .no }

    /// Whether the answer is yes in at least one reading.
    public var isPossible: Bool { self != .no }

    /// Whether the answer is yes in every reading.
    public var isCertain: Bool { self == .yes }

    /// Turns yes and no around; what is unknown stays unknown.
    public static prefix func ! (value: ThreeValued) -> ThreeValued {
        switch value {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    /// No if either is no, yes if both are yes, otherwise unknown.
    public static func && (left: ThreeValued, right: @autoclosure () -> ThreeValued) -> ThreeValued {
        if left == .no { return .no }
        let right = right()
        if right == .no { return .no }
        return left == .yes && right == .yes ? .yes : .unknown
    }

    /// Yes if either is yes, no if both are no, otherwise unknown.
    public static func || (left: ThreeValued, right: @autoclosure () -> ThreeValued) -> ThreeValued {
        if left == .yes { return .yes }
        let right = right()
        if right == .yes { return .yes }
        return left == .no && right == .no ? .no : .unknown
    }
}
