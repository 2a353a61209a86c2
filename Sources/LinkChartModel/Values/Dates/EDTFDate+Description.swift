extension EDTFDate: CustomStringConvertible {
    /// The date in canonical EDTF: one text for each date, from which parsing gives the same date back.
    ///
    /// Times of day are gone and sets have no spaces. A qualifier that all components share from the year on stands
    /// to the right of the last of them; any other stands to the left of its component.
    public var description: String {
        var text = ""
        switch form {
        case .single(let part):
            part.write(to: &text)
        case .interval(let start, let end):
            start.write(to: &text)
            text += "/"
            end.write(to: &text)
        case .set(let isOneOf, let members):
            text += isOneOf ? "[" : "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                member.write(to: &text)
            }
            text += isOneOf ? "]" : "}"
        }
        return text
    }
}

extension EDTFDate.Endpoint {
    fileprivate func write(to text: inout String) {
        switch self {
        case .date(let part): part.write(to: &text)
        case .open: text += ".."
        case .unknown: break
        }
    }
}

extension EDTFDate.SetMember {
    fileprivate func write(to text: inout String) {
        switch self {
        case .date(let part):
            part.write(to: &text)
        case .range(let first, let last):
            first.write(to: &text)
            text += ".."
            last.write(to: &text)
        case .earlier(let part):
            text += ".."
            part.write(to: &text)
        case .later(let part):
            part.write(to: &text)
            text += ".."
        }
    }
}

extension DateQualifier {
    /// The sign of EDTF: `?`, `~`, `%` for both, or nothing.
    public var sign: String {
        switch (contains(.uncertain), contains(.approximate)) {
        case (true, true): "%"
        case (true, false): "?"
        case (false, true): "~"
        case (false, false): ""
        }
    }
}

extension DatePart {
    fileprivate func write(to text: inout String) {
        let components = Component.allCases.prefix(depth)
        let shared = self[qualifier: .year]
        var run = components.prefix { self[qualifier: $0] == shared }.count
        if shared.isEmpty { run = 0 }
        for (index, component) in components.enumerated() {
            if index > 0 { text += "-" }
            if index >= run { text += self[qualifier: component].sign }
            switch component {
            case .year: year.write(to: &text)
            case .month: month.write(to: &text)
            case .day: day.write(to: &text)
            }
            if index == run - 1 { text += shared.sign }
        }
    }
}

extension YearComponent {
    fileprivate func write(to text: inout String) {
        if isLong { text += "Y" }
        if isNegative { text += "-" }
        if isLong {
            text += String(magnitude)
            if exponent > 0 { text += "E" + String(exponent) }
        } else {
            var rest = magnitude
            var digits: [Character] = []
            for bit in 0..<4 {
                digits.append(unspecified & (1 << UInt8(bit)) != 0 ? "X" : Character(String(rest % 10)))
                rest /= 10
            }
            text += String(digits.reversed())
        }
        if significantDigits > 0 { text += "S" + String(significantDigits) }
    }
}

extension DigitPair {
    fileprivate func write(to text: inout String) {
        for digit in [tens, ones] { text += digit == 10 ? "X" : String(digit) }
    }
}
