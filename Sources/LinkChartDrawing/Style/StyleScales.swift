internal import LinkChartModel

/// What a scale measures.
extension StyleResolver {
    func value(of source: StyleScale.Source, members: [NodeIndex]) -> Double? {
        let values = members.compactMap { node -> Double? in
            switch source {
            case .claims: Double(claimCounts[node.position])
            case .links: Double(linkCounts[node.position])
            case .measure(let name): value(of: name, node)
            case .attribute(let name): graph[node].attributes[name].flatMap(Self.number)
            case .confidence: nil
            }
        }
        return values.max()
    }

    func value(of source: StyleScale.Source, edges: [EdgeIndex]) -> Double? {
        switch source {
        case .claims: return Double(edges.reduce(0) { $0 + parts.claims(of: $1, in: graph).count })
        case .confidence:
            return edges.compactMap { confidence(of: parts.claims(of: $0, in: graph)) }.max()
        case .attribute(let name):
            return edges.compactMap { graph[$0].attributes[name].flatMap(Self.number) }.max()
        case .links: return Double(edges.count)
        case .measure: return nil
        }
    }
}

/// The scales that apply to one thing.
struct Amounts {
    var size: StyleScale?
    var width: StyleScale?
}

/// Values on scales, gathered before their least and greatest are known.
struct Scales {
    private struct Entry {
        var number: Int
        var isSize: Bool
        var value: Double
    }
    private var entries: [StyleScale: [Entry]] = [:]
    /// In the order they were met.
    private var order: [StyleScale] = []

    mutating func note(_ amounts: Amounts, at number: Int, _ value: (StyleScale.Source) -> Double?) {
        for (scale, isSize) in [(amounts.size, true), (amounts.width, false)] {
            guard let scale, let value = value(scale.by), value.isFinite else { continue }
            if entries[scale] == nil { order.append(scale) }
            entries[scale, default: []].append(Entry(number: number, isSize: isSize, value: value))
        }
    }

    private func ends(_ scale: StyleScale) -> (least: Double, greatest: Double) {
        let values = (entries[scale] ?? []).map(\.value)
        return (scale.least ?? values.min() ?? 0, scale.greatest ?? values.max() ?? 0)
    }

    func sizes() -> [Int: (size: Double?, width: Double?)] {
        var sizes: [Int: (size: Double?, width: Double?)] = [:]
        for scale in order {
            let (least, greatest) = ends(scale)
            for entry in entries[scale] ?? [] {
                let size = scale.size(of: entry.value, least: least, greatest: greatest)
                if entry.isSize {
                    sizes[entry.number, default: (nil, nil)].size = size
                } else {
                    sizes[entry.number, default: (nil, nil)].width = size
                }
            }
        }
        return sizes
    }

    /// What each scale means: "size: betweenness, 0 to 0.31".
    func words(size: String = "size", width: String) -> [String] {
        var words: [String] = []
        for scale in order {
            let (least, greatest) = ends(scale)
            for isSize in [true, false] where (entries[scale] ?? []).contains(where: { $0.isSize == isSize })
            {
                var text = "\(isSize ? size : width): \(printable(scale.by.words))"
                text += greatest > least ? ", \(styleNumber(least)) to \(styleNumber(greatest))" : ""
                if scale.curve != .linear, greatest > least {
                    text += scale.curve == .sqrt ? " (square root)" : " (logarithmic)"
                }
                words.append(text)
            }
        }
        return words
    }
}
