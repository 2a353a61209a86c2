extension FormatTraits {
    static let misp = FormatTraits(
        extensions: ["misp.json", "misp", "json", "jsonl", "ndjson"],
        synonyms: ["misp-galaxy", "misp-event"],
        recognises: { head in
            guard head.isJSON else { return false }
            let keys = head.outermostKeys
            // A list of events has its keys one level deeper.
            if keys.contains("Event") || keys.contains("response") { return true }
            if head.lines.first?.hasPrefix("[") == true, head.hasKey("Event"), head.hasKey("info") {
                return true
            }
            if keys.contains("values"), head.hasKey("uuid") || head.hasKey("opposite") { return true }
            if keys.isSuperset(of: ["namespace", "uuid", "type"]) { return true }
            if keys.contains("meta-category"), head.hasKey("template_uuid") || keys.contains("attributes") {
                return true
            }
            return head.hasKey("to_ids") || (keys.contains("info") && keys.contains("threat_level_id"))
        },
        makeReader: { input, _ in MISPReader(input) })
}
