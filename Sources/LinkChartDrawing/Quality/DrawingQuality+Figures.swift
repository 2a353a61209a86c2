extension DrawingQuality {
    /// A figure with its name.
    public struct Figure: Hashable, Sendable {
        /// What a figure is.
        public enum Value: Hashable, Sendable {
            /// A number of things.
            case count(Int)
            /// A length in points, or a share.
            case measure(Double)
            /// Yes or no.
            case flag(Bool)
        }

        /// The name of its property.
        public let name: String
        /// What it is; measures are rounded to thousandths.
        public let value: Value
    }

    /// Every figure under its name, those that follow from others too.
    public var figures: [Figure] {
        func measure(_ name: String, _ value: Double) -> Figure {
            Figure(name: name, value: .measure((value * 1000).rounded() / 1000))
        }
        func count(_ name: String, _ value: Int) -> Figure { Figure(name: name, value: .count(value)) }
        return [
            count("nodes", nodes), count("edges", edges), count("labels", labels),
            count("nodeOverlaps", nodeOverlaps), count("labelOverlaps", labelOverlaps),
            count("labelNodeOverlaps", labelNodeOverlaps), count("crossings", crossings),
            Figure(name: "crossingsAreEstimated", value: .flag(crossingsAreEstimated)),
            count("edgeNodeHits", edgeNodeHits), count("edgeBoxHits", edgeBoxHits),
            count("edgeLabelHits", edgeLabelHits),
            measure("labelDistance", labelDistance), measure("largestLabelDistance", largestLabelDistance),
            count("strayLabels", strayLabels), measure("width", width), measure("height", height),
            measure("aspect", aspect), measure("areaUse", areaUse), measure("meanEdgeLength", meanEdgeLength),
            measure("edgeLengthSpread", edgeLengthSpread), measure("ink", ink),
            measure("inkSaved", inkSaved), measure("penalty", penalty),
        ]
    }
}
