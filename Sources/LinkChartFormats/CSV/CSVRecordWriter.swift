/// Writes records of a delimited table (RFC 4180), and passes them on whenever enough have gathered.
public struct CSVRecordWriter {
    private let delimiter: UInt8
    private let sink: any OutputSink
    private var bytes: [UInt8] = []
    private var isFirst = true

    /// Prepares to write records.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between fields: a comma, a tab.
    ///   - sink: takes what is written; the last of it with ``flush()``.
    public init(delimiter: UInt8, sink: any OutputSink) {
        self.delimiter = delimiter
        self.sink = sink
    }

    /// Appends a field, in quotes if it holds anything that would end it or be trimmed from it.
    public mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { field($0) }
    }

    /// Appends a field given as UTF-8.
    mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        guard needsQuotes(text) else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Appends an empty field.
    mutating func emptyField() { separate() }

    /// Ends the record.
    public mutating func endRecord() throws(FileError) {
        bytes.append(0x0A)
        isFirst = true
        if bytes.count >= 1 << 16 { try flush() }
    }

    /// Passes on what has gathered.
    public mutating func flush() throws(FileError) {
        if let failure = sink.failure(writing: bytes) { throw failure }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func separate() {
        if !isFirst { bytes.append(delimiter) }
        isFirst = false
    }

    private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        if first <= 0x20 || last <= 0x20 { return true }
        return text.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    }
}
