/// How a slice of time treats dates that aren't known to the day.
public enum SliceMode: String, NamedCase {
    /// What may be in the slice.
    case possible
    /// What is in the slice in every reading.
    case certain
}

extension EDTFDate {
    /// Whether something that holds at this date holds at some time of a slice: what `--at` and `--during` select by.
    ///
    /// The slice is taken whole: `2021` is every day of 2021, and `2019/2021` every day from the first of 2019 to the
    /// last of 2021. An event is in the slice if its day is; what lasts is in it if it lasts through some day of it.
    ///
    /// ```swift
    /// let held = try EDTFDate("2021-08/..")
    /// held.isWithin(try EDTFDate("2023"), mode: .certain)       // true
    /// held.isWithin(try EDTFDate("2021-08"), mode: .certain)    // true: it begins on some day of August
    /// held.isWithin(try EDTFDate("2021-08-15"), mode: .certain) // false: it may begin later
    /// held.isWithin(try EDTFDate("2021-08-15"), mode: .possible) // true
    /// ```
    ///
    /// A qualified date (`2021?`, `2021-05~`) is never certainly in a slice. A slice of no stated year, `XXXX-11-27`,
    /// is every 27 November. A slice that is a set is all of its members, whichever brackets it has, and an unknown end
    /// of a slice counts as open.
    ///
    /// - Parameters:
    ///   - interval: The slice, a date of any kind.
    ///   - mode: Whether to include what may be in the slice or only what certainly is.
    /// - Complexity: O(1) for a slice and a date without unspecified digits; O(members of both) for sets.
    public func isWithin(_ interval: EDTFDate, mode: SliceMode) -> Bool {
        switch mode {
        case .possible:
            if case .set = form {
            } else if case .set = interval.form {
            } else {
                return DatePiece(self).mayFall(within: DatePiece(interval))
            }
            return pieces.pieces.contains { piece in
                interval.pieces.pieces.contains { piece.mayFall(within: $0) }
            }
        case .certain:
            guard qualifiers.isEmpty else { return false }
            if case .set = form {
            } else if case .set = interval.form {
            } else {
                return DatePiece(self).mustFall(within: DatePiece(interval))
            }
            let slices = interval.slices
            let answer = pieces.combine { piece in ThreeValued(slices.contains { piece.mustFall(within: $0) })
            }
            return answer.isCertain
        }
    }
}

extension EDTFDate {
    /// The stretches that it is as a slice: each member of a set from its first day to its last.
    private var slices: [DatePiece] {
        guard case .set(let isOneOf, let members) = form else { return [DatePiece(self)] }
        return members.compactMap { member in
            guard let bounds = member.bounds(isOneOf: isOneOf) else { return nil }
            if case .date(let part) = member { return DatePiece(bounds: bounds, part: part) }
            return DatePiece(bounds: bounds)
        }
    }
}

extension DatePiece {
    /// Whether some day of this piece may be a day of a slice that is taken whole.
    func mayFall(within slice: DatePiece) -> Bool {
        guard bounds.startLow <= slice.bounds.endHigh, slice.bounds.startLow <= bounds.endHigh else {
            return false
        }
        return part == nil && slice.part == nil || pattern.mayMeet(slice.pattern)
    }

    /// Whether some day of this piece is a day of a slice that is taken whole, whatever days the piece is.
    func mustFall(within slice: DatePiece) -> Bool {
        guard isSolid, bounds.startHigh <= slice.bounds.endHigh, slice.bounds.startLow <= bounds.endLow else {
            return false
        }
        // In a slice with gaps, only a day that is known and lies in none of them is certain.
        guard slice.part?.hasGaps == true else { return true }
        return bounds.startLow == bounds.endHigh && pattern.mayMeet(slice.pattern)
    }
}
