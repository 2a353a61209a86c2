/// Writes JSON that can stand in a script element of an HTML page: no text in it can end the element.
///
/// Members are written one after the other as they are known; nothing is kept but the bytes.
struct PageJSON {
    private(set) var bytes: [UInt8] = []
    /// Whether something stands before what comes next, within the same brackets.
    private var needsComma = false

    mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func object(_ members: (inout PageJSON) -> Void) { bracketed("{", "}", members) }

    mutating func array(_ elements: (inout PageJSON) -> Void) { bracketed("[", "]", elements) }

    mutating func array<Element>(
        _ elements: some Sequence<Element>, _ write: (inout PageJSON, Element) -> Void
    ) {
        array { json in for element in elements { write(&json, element) } }
    }

    private mutating func bracketed(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout PageJSON) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        content(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// The name of the member whose value is written next.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func integer(_ value: some BinaryInteger) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A number with at most two decimals: a hundredth of a point is finer than any screen.
    ///
    /// What is no finite number within reason is 0, because JSON has no word for it.
    mutating func number(_ value: Double) {
        separate()
        guard value.isFinite, abs(value) < 1e13 else {
            bytes.append(UInt8(ascii: "0"))
            return
        }
        let hundredths = Int64((value * 100).rounded())
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        bytes.append(contentsOf: String(whole).utf8)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (position, byte) in utf8.enumerated() {
                // U+2028 and U+2029 end a line in some readers of JSON: E2 80 A8 and E2 80 A9.
                let isSeparator =
                    byte == 0xE2 && position + 2 < utf8.count && utf8[position + 1] == 0x80
                    && utf8[position + 2] & 0xFE == 0xA8
                guard
                    byte < 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x5C || byte == 0x7F || isSeparator
                else { continue }
                bytes.append(contentsOf: utf8[start..<position])
                start = position + 1
                switch byte {
                case 0x22, 0x5C:
                    bytes.append(0x5C)
                    bytes.append(byte)
                case 0xE2:
                    escape(utf8[position + 2] == 0xA8 ? 0x2028 : 0x2029)
                    start = position + 3
                default: escape(UInt16(byte))
                }
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ unit: UInt16) {
        bytes.append(0x5C)
        bytes.append(UInt8(ascii: "u"))
        for shift in stride(from: UInt16(12), through: 0, by: -4) {
            let digit = UInt8(unit >> shift & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    // MARK: - Members

    mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    /// A text, unless it is empty: a missing one is empty to the reader.
    mutating func member(_ name: StaticString, unlessEmpty text: String) {
        if !text.isEmpty { member(name, text) }
    }

    mutating func member(_ name: StaticString, _ value: some BinaryInteger) {
        key(name)
        integer(value)
    }

    mutating func member(_ name: StaticString, _ value: Double) {
        key(name)
        number(value)
    }

    /// A truth value, if it is not the one that a missing one stands for.
    mutating func member(_ name: StaticString, _ value: Bool, unless usual: Bool) {
        guard value != usual else { return }
        key(name)
        bool(value)
    }
}
