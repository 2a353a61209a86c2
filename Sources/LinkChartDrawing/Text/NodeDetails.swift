internal import LinkChartModel

extension Graph {
    /// What is known of a node that is worth a line under its name: its date, its dead, its number, its office.
    func details(of node: NodeIndex) -> [String] {
        let attributes = self[node].attributes
        var details: [String] = []
        var event: [String] = []
        if let date = attributes["date"]?.string { event.append(dateText(printable(date))) }
        if let dead = attributes["fatalities"].flatMap(quantityText), dead != "0" {
            event.append("\(dead) dead")
        }
        if !event.isEmpty { details.append(event.joined(separator: ", ")) }
        if let office = attributes["office"]?.string, !office.isEmpty { details.append(printable(office)) }
        if let count = attributes["count"].flatMap(quantityText), !isSpelledOut(count, in: self[node].name) {
            details.append(count)
        }
        return details
    }

    /// Whether a name says a small number already: "Two soldiers".
    private func isSpelledOut(_ count: String, in name: String) -> Bool {
        let numbers = [
            "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
            "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve",
        ]
        let words = name.lowercased().split(separator: " ")
        return words.contains { $0 == count || numbers[count] == String($0) }
    }

    /// The numbers that an edge states of one of its ends, such as "> 6,000 fighters", and of which.
    ///
    /// An edge that says who takes somebody in counts those taken in, its target; one that says where
    /// somebody goes or belongs counts those who go or belong, its source.
    func quantities(of edge: EdgeIndex) -> [(text: String, node: NodeIndex)] {
        let attributes = self[edge].attributes
        guard !attributes.isEmpty else { return [] }
        let group = ontology[relation(of: edge)]
        let counted =
            ["hosts", "shields", "arrests", "trains", "recruitsFrom", "victim"].contains(group.name)
            ? target(of: edge) : source(of: edge)
        return attributes.compactMap { attribute in
            // Words without a number, and numbers for several together, are for the tooltip.
            guard case .object = attribute.value, let text = quantityText(attribute.value) else { return nil }
            let unit = words(ofName: printable(attribute.name))
            return (unit == "count" ? text : "\(text) \(unit)", counted)
        }
    }
}
