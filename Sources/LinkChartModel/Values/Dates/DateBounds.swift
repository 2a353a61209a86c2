/// When a date begins and ends at the earliest and at the latest, as day numbers.
///
/// `Int32.min` and `Int32.max` are minus and plus infinity. A start of minus infinity in both bounds is an open start;
/// in the lower alone it is an unknown one.
struct DateBounds: Hashable, Sendable {
    var startLow: Int32
    var startHigh: Int32
    var endLow: Int32
    var endHigh: Int32

    /// The bounds of one day out of a span, which is where it both begins and ends.
    init(of span: DaySpan) {
        startLow = span.low
        startHigh = span.high
        endLow = span.low
        endHigh = span.high
    }

    /// The bounds of an interval between days out of two spans; nil if it would end before it begins.
    ///
    /// - Parameters:
    ///   - start: Where it begins: nil if unknown, and infinite in both bounds if open.
    ///   - end: Where it ends, likewise.
    init?(from start: DaySpan?, to end: DaySpan?) {
        let start = start ?? .unbounded
        let end = end ?? .unbounded
        guard start.low <= end.high else { return nil }
        startLow = start.low
        // It can't begin after its latest end nor end before its earliest start.
        startHigh = min(start.high, end.high)
        endLow = max(end.low, start.low)
        endHigh = end.high
    }

    /// The span in which all of it lies.
    var hull: DaySpan { DaySpan(low: startLow, high: endHigh) }
}

extension EDTFDate {
    /// A date of one part, or nil if the calendar has no such date.
    init?(_ part: DatePart) {
        guard let span = part.span else { return nil }
        self.init(form: .single(part), bounds: DateBounds(of: span))
    }

    /// An interval, or nil if it would end before it begins, has a part that the calendar doesn't, or neither end is
    /// known.
    init?(_ start: Endpoint, _ end: Endpoint) {
        if start == .unknown, end == .unknown { return nil }
        guard case (true, let first) = Self.span(of: start, open: .min),
            case (true, let last) = Self.span(of: end, open: .max),
            let bounds = DateBounds(from: first, to: last)
        else { return nil }
        self.init(form: .interval(start, end), bounds: bounds)
    }

    /// The span of an interval's end, nil if unknown, and whether the calendar has such an end at all.
    private static func span(of endpoint: Endpoint, open: Int32) -> (exists: Bool, span: DaySpan?) {
        switch endpoint {
        case .open: (true, DaySpan(low: open, high: open))
        case .unknown: (true, nil)
        case .date(let part):
            if let span = part.span { (true, span) } else { (false, nil) }
        }
    }

    /// A set, or nil if it has no member, or one that the calendar doesn't have.
    init?(isOneOf: Bool, _ members: [SetMember]) {
        var hull: DateBounds?
        for member in members {
            guard let bounds = member.bounds(isOneOf: isOneOf) else { return nil }
            guard let sum = hull else {
                hull = bounds
                continue
            }
            let starts = (sum.startHigh, bounds.startHigh)
            let ends = (sum.endLow, bounds.endLow)
            hull?.startLow = min(sum.startLow, bounds.startLow)
            hull?.endHigh = max(sum.endHigh, bounds.endHigh)
            // One of them begins no later than the last may and ends no earlier than the first may. All of them begin
            // with the first and end with the last.
            hull?.startHigh = isOneOf ? max(starts.0, starts.1) : min(starts.0, starts.1)
            hull?.endLow = isOneOf ? min(ends.0, ends.1) : max(ends.0, ends.1)
        }
        guard let hull else { return nil }
        self.init(form: .set(isOneOf: isOneOf, members), bounds: hull)
    }
}

extension EDTFDate.SetMember {
    /// The bounds of one member; nil if the calendar doesn't have it or it ends before it begins.
    func bounds(isOneOf: Bool) -> DateBounds? {
        switch self {
        case .date(let part):
            return part.span.map(DateBounds.init(of:))
        case .range(let first, let last):
            guard let first = first.span, let last = last.span else { return nil }
            guard isOneOf else { return DateBounds(from: first, to: last) }
            return first.low <= last.high ? DateBounds(of: DaySpan(low: first.low, high: last.high)) : nil
        case .earlier(let part):
            guard let span = part.span else { return nil }
            return isOneOf
                ? DateBounds(of: DaySpan(low: .min, high: span.high))
                : DateBounds(from: DaySpan(low: .min, high: .min), to: span)
        case .later(let part):
            guard let span = part.span else { return nil }
            return isOneOf
                ? DateBounds(of: DaySpan(low: span.low, high: .max))
                : DateBounds(from: span, to: DaySpan(low: .max, high: .max))
        }
    }
}
