extension RecordedDate {
    /// The date of an event in the UCDP Georeferenced Event Dataset.
    ///
    /// `date_start` and `date_end` are the first and the last day on which the event can have happened, and
    /// `date_prec` says how far apart they may be: 1 the day is known, 2 within 2 to 6 days, 3 within a week, 4 within a
    /// month, 5 within a year (UCDP GED Codebook, M. Croicu and R. Sundberg). So the event is one day of the range,
    /// which EDTF writes as `[2009-06-03..2009-06-08]`. With precision 1 and two days, it lasted from one to the other.
    ///
    /// - Parameters:
    ///   - start: `date_start`, as text.
    ///   - end: `date_end`, as text.
    ///   - precision: `date_prec`; nil if the field is empty.
    public static func ucdp(start: String, end: String, precision: Int?) -> RecordedDate {
        let raw = start == end ? start : "\(start)/\(end)"
        let days = [start, end].map {
            RecordedDate(normalizing: $0).date.flatMap { $0.isDay ? $0.earliestStart : nil }
        }
        switch (days[0], days[1]) {
        case (let first?, let last?) where first <= last:
            let date =
                precision == 1 ? EDTFDate(from: first, to: last) : EDTFDate(oneDayFrom: first, to: last)
            guard let precision, 1...5 ~= precision else {
                return RecordedDate(
                    raw: raw, date: date,
                    remark: .inconsistent("date_prec isn't 1 to 5, so the whole range is kept"))
            }
            return RecordedDate(raw: raw, date: date)
        case (.some, .some):
            return RecordedDate(raw: raw, date: nil, remark: .inconsistent("date_end is before date_start"))
        case (let day?, nil), (nil, let day?):
            let isStart = days[0] != nil
            guard precision == 1 else {
                return RecordedDate(
                    raw: raw,
                    date: EDTFDate(isOneOf: true, isStart ? .later(than: day) : .earlier(than: day)),
                    remark: .inconsistent("\(isStart ? "date_end" : "date_start") can't be read"))
            }
            return RecordedDate(
                raw: raw, date: EDTFDate(day),
                remark: .inconsistent("\(isStart ? "date_end" : "date_start") can't be read"))
        case (nil, nil):
            return RecordedDate(raw: raw, date: nil, remark: raw.isEmpty ? nil : .unreadable(suggestion: nil))
        }
    }

    /// The date of an event in the Global Terrorism Database, in which 0 stands for an unknown month or day.
    ///
    /// - Parameters:
    ///   - year: `iyear`.
    ///   - month: `imonth`, 0 if unknown.
    ///   - day: `iday`, 0 if unknown.
    ///   - approximate: `approxdate`, the source's words for a date that isn't known to the day; kept as raw text.
    public static func gtd(year: Int, month: Int, day: Int, approximate: String = "") -> RecordedDate {
        let fields = [(year, 4), (month, 2), (day, 2)].map { value, width in
            (value < 0 ? "-" : "") + Calendar.digits(value.magnitude, width: width)
        }
        let raw = approximate.isEmpty ? fields.joined(separator: "-") : approximate
        var reader = DateReader(hint: .unknown)
        if let date = reader.read(fields.joined(separator: "-")) { return RecordedDate(raw: raw, date: date) }
        // A month or day that doesn't exist says nothing; the components before it still do.
        let certain = EDTFDate(year: year, month: month) ?? EDTFDate(year: year)
        return RecordedDate(
            raw: raw, date: year == 0 ? nil : certain,
            remark: year == 0
                ? .unreadable(suggestion: nil)
                : .inconsistent(
                    "imonth \(month) and iday \(day) are no date of \(year); what is certain was kept"))
    }
}

extension [EDTFDate.SetMember] {
    fileprivate static func later(than day: Day) -> Self {
        if case .single(let part) = EDTFDate(day).form { [.later(part)] } else { [] }
    }

    fileprivate static func earlier(than day: Day) -> Self {
        if case .single(let part) = EDTFDate(day).form { [.earlier(part)] } else { [] }
    }
}
