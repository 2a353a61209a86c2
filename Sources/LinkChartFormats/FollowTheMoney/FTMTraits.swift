extension FormatTraits {
    static let followTheMoney = FormatTraits(
        extensions: ["ftm.json", "ftm.jsonl", "ftm.ijson", "ijson", "ftm", "jsonl", "ndjson", "json"],
        synonyms: ["ftm", "opensanctions", "aleph"],
        recognises: { head in
            guard head.isJSON, head.hasKey("id"), head.hasKey("properties") else { return false }
            return head.values(ofKey: "schema").contains { FTMModel.current[$0] != nil }
        },
        makeReader: { input, _ in FTMReader(input) }, makeWriter: { FTMWriter() },
        lacks: [.title, .graphAttributes, .ontology])
}

extension FormatHead {
    /// The first few texts that stand under a key, as they are written.
    func values(ofKey key: String) -> [String] {
        let pattern = Array("\"\(key)\"".utf8)
        let bytes = Array(text.utf8)
        var found: [String] = []
        var position = 0
        while position + pattern.count < bytes.count, found.count < 16 {
            guard bytes[position] == 0x22, bytes[position..<position + pattern.count].elementsEqual(pattern)
            else {
                position += 1
                continue
            }
            position += pattern.count
            while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == 0x3A { position += 1 }
            guard position < bytes.count, bytes[position] == 0x22 else { continue }
            let start = position + 1
            let end = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x0A } ?? bytes.count
            found.append(String(decoding: bytes[start..<end], as: UTF8.self))
            position = end
        }
        return found
    }
}
