/// What became of the inputs: what was read, merged, normalised, guessed and skipped, counted and with examples.
public struct BuildReport: Sendable, JSONRepresentable {
    /// What became of one input.
    public struct Input: Sendable {
        /// The input's name.
        public var name: String
        /// The format it was read as; nil if none was found.
        public var format: GraphFormat?
        /// How many bytes it has.
        public var bytes: Int
        /// Nodes in the input.
        public var nodesRead = 0
        /// Nodes of those that were there already.
        public var nodesMerged = 0
        /// Edges in the input, or rows of a relation table.
        public var edgesRead = 0
        /// Edges of those that were there already and got the claims and attributes of this one.
        public var edgesMerged = 0
        /// Claims in the input.
        public var claimsRead = 0
        /// Values that were written in another way than they are kept.
        public var normalised: [Tally] = []
        /// What the input does not say and was decided here; what it does say is kept beside.
        public var guessed: [Tally] = []
        /// What was left out.
        public var skipped: [Tally] = []
    }

    /// Things of one sort, counted.
    public struct Tally: Sendable, Hashable {
        /// What they are: `relation`, `date`, `edge with an error` …
        public var what: String
        /// How many there are.
        public var count: Int
        /// The first few.
        public var examples: [Example]
    }

    /// One thing of a tally.
    public struct Example: Sendable, Hashable {
        /// As it was written.
        public var raw: String
        /// What it became; nil if it was left out.
        public var value: String?
        /// Where, from 1; nil if that has no meaning.
        public var line: Int?
    }

    /// One entry an input, in the order they were given.
    public internal(set) var inputs: [Input] = []
    /// Nodes of the graph.
    public internal(set) var nodes = 0
    /// Edges of the graph.
    public internal(set) var edges = 0
    /// Claims of the graph.
    public internal(set) var claims = 0

    static let exampleLimit = 5

    /// Counts things of a sort.
    ///
    /// - Returns: the tally's position, if the thing should be kept as an example: few are kept, and none is the same.
    static func count(
        _ raw: String, _ value: String?, of what: String, count: Int, in tallies: inout [Tally]
    ) -> Int? {
        let position: Int
        if let known = tallies.firstIndex(where: { $0.what == what }) {
            position = known
        } else {
            position = tallies.count
            tallies.append(Tally(what: what, count: 0, examples: []))
        }
        tallies[position].count += count
        guard tallies[position].examples.count < exampleLimit,
            !tallies[position].examples.contains(where: { $0.raw == raw && $0.value == value })
        else { return nil }
        return position
    }

    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("nodes", nodes)
            $0.member("edges", edges)
            $0.member("claims", claims)
            $0.member("inputs") { json in
                json.array { json in
                    for input in inputs { Self.write(input, to: &json) }
                }
            }
        }
    }

    private static func write(_ input: Input, to json: inout JSONWriter) {
        json.object {
            $0.member("name", input.name)
            $0.member("format", input.format?.rawValue)
            $0.member("bytes", input.bytes)
            $0.member("nodes") { json in
                json.object {
                    $0.member("read", input.nodesRead)
                    $0.member("merged", input.nodesMerged)
                }
            }
            $0.member("edges") { json in
                json.object {
                    $0.member("read", input.edgesRead)
                    $0.member("merged", input.edgesMerged)
                }
            }
            $0.member("claims", input.claimsRead)
            $0.member("normalised") { Self.write(input.normalised, to: &$0) }
            $0.member("guessed") { Self.write(input.guessed, to: &$0) }
            $0.member("skipped") { Self.write(input.skipped, to: &$0) }
        }
    }

    private static func write(_ tallies: [Tally], to json: inout JSONWriter) {
        json.array { json in
            for tally in tallies {
                json.object {
                    $0.member("what", tally.what)
                    $0.member("count", tally.count)
                    $0.member("examples") { json in
                        json.array { json in
                            for example in tally.examples {
                                json.object {
                                    $0.member("raw", example.raw)
                                    $0.member("value", example.value)
                                    $0.member("line", example.line)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
