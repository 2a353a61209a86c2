/// What is known of the order of two dates.
public enum DateOrder: String, NamedCase {
    /// The first ends before the second begins, whatever days they are.
    case before
    /// The first begins after the second ends, whatever days they are.
    case after
    /// Neither is certain: they overlap, or can't be told apart.
    case unknown

    /// The order of the same two dates the other way round.
    public var reversed: DateOrder {
        switch self {
        case .before: .after
        case .after: .before
        case .unknown: .unknown
        }
    }
}

extension EDTFDate {
    /// Whether this date lies wholly before or after another.
    ///
    /// A date of no stated year, as `XXXX-11-27`, has no order to anything, not even to `XXXX-11-26`: they may be of
    /// different years.
    ///
    /// - Complexity: O(1).
    public func order(relativeTo other: EDTFDate) -> DateOrder {
        if bounds.endHigh < other.bounds.startLow { return .before }
        if bounds.startLow > other.bounds.endHigh { return .after }
        return .unknown
    }

    /// Whether this date shares a day with another.
    ///
    /// Two dates of which one isn't known to the day may fall on the same day or not, so `2009` and `2009` give
    /// `unknown`, while `2004/2006` and `2005` give `yes`.
    ///
    /// - Complexity: O(1) for dates and intervals without unspecified digits; O(members of both) for sets.
    public func overlaps(_ other: EDTFDate) -> ThreeValued {
        if case .set = form {
        } else if case .set = other.form {
        } else {
            return DatePiece(self).overlaps(DatePiece(other))
        }
        let others = other.pieces
        return pieces.combine { piece in others.combine { piece.overlaps($0) } }
    }

    /// Sorts dates for people: by the first day on which they may begin, then by the last on which they may end, then
    /// by text, with unbounded ones first. A total order, unlike ``order(relativeTo:)``.
    public static func isListedBefore(_ left: EDTFDate, _ right: EDTFDate) -> Bool {
        let keys = (left.bounds, right.bounds)
        if keys.0 != keys.1 {
            return (keys.0.startLow, keys.0.endHigh, keys.0.startHigh, keys.0.endLow)
                < (keys.1.startLow, keys.1.endHigh, keys.1.startHigh, keys.1.endLow)
        }
        return left.description < right.description
    }
}

/// A part of a date that is compared by itself: a set is several.
struct DatePiece {
    let bounds: DateBounds
    /// The digits that its days must agree with, for a single day.
    let part: DatePart?
    /// Whether it covers every day between its start and its end; the years between `a` and `b` of `{a..b}` are only
    /// known to hold a day each.
    let isSolid: Bool

    init(bounds: DateBounds, part: DatePart? = nil, isSolid: Bool = true) {
        self.bounds = bounds
        self.part = part
        self.isSolid = isSolid
    }

    /// A date other than a set.
    init(_ date: EDTFDate) {
        if case .single(let part) = date.form {
            self.init(bounds: date.bounds, part: part)
        } else {
            self.init(bounds: date.bounds)
        }
    }

    var pattern: DayPattern {
        if let part { DayPattern(part, span: bounds.hull) } else { DayPattern(bounds.hull) }
    }

    func overlaps(_ other: DatePiece) -> ThreeValued {
        if isSolid, other.isSolid, bounds.startHigh <= other.bounds.endLow,
            other.bounds.startHigh <= bounds.endLow
        {
            return .yes
        }
        guard bounds.startLow <= other.bounds.endHigh, other.bounds.startLow <= bounds.endHigh else {
            return .no
        }
        if part == nil, other.part == nil { return .unknown }
        return pattern.mayMeet(other.pattern) ? .unknown : .no
    }
}

/// The pieces of a date and how answers about them combine.
struct DatePieces {
    let pieces: [DatePiece]
    /// Whether the date is one of its pieces and not all of them.
    let isOneOf: Bool

    /// For one of several, what holds of each of them; for all of several, what holds of any.
    func combine(_ answer: (DatePiece) -> ThreeValued) -> ThreeValued {
        guard let first = pieces.first else { return .no }
        var sum = answer(first)
        for piece in pieces.dropFirst() {
            let next = answer(piece)
            sum = isOneOf ? (sum == next ? sum : .unknown) : sum || next
        }
        return sum
    }
}

extension EDTFDate {
    var pieces: DatePieces {
        guard case .set(let isOneOf, let members) = form else {
            return DatePieces(pieces: [DatePiece(self)], isOneOf: true)
        }
        var pieces: [DatePiece] = []
        for member in members {
            guard let bounds = member.bounds(isOneOf: isOneOf) else { continue }
            switch member {
            case .date(let part):
                pieces.append(DatePiece(bounds: bounds, part: part))
            case _ where isOneOf:
                pieces.append(DatePiece(bounds: bounds))
            case .range(let first, let last):
                for part in [first, last] {
                    guard let span = part.span else { continue }
                    pieces.append(DatePiece(bounds: DateBounds(of: span), part: part))
                }
                pieces.append(DatePiece(bounds: bounds, isSolid: false))
            case .earlier(let part), .later(let part):
                guard let span = part.span else { continue }
                pieces.append(DatePiece(bounds: DateBounds(of: span), part: part))
                pieces.append(DatePiece(bounds: bounds, isSolid: false))
            }
        }
        return DatePieces(pieces: pieces, isOneOf: isOneOf)
    }
}
