extension Diagnostics: JSONRepresentable {
    /// `[{severity, code, file, line, column, message, suggestion}]`, in the order of ``sorted``; null where
    /// there is none.
    public func write(to json: inout JSONWriter) {
        json.beginArray()
        for diagnostic in sorted { diagnostic.write(to: &json) }
        json.endArray()
    }
}

extension Diagnostic: JSONRepresentable {
    /// `{severity, code, file, line, column, message, suggestion}`; null where there is none. What is said of a
    /// workbook has a `cell` behind its column.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("severity", severity.rawValue)
        json.member("code", code.rawValue)
        json.member("file", file)
        json.member("line", line)
        json.member("column", column)
        if let cell { json.member("cell", cell) }
        json.member("message", message)
        json.member("suggestion", suggestion)
        json.endObject()
    }
}
