/// What of the things that pictures need works on this machine.
public enum MachineCheck {
    /// How a check came out.
    public enum Status: String, Sendable {
        /// It works.
        case ok
        /// Most pictures can be drawn, some not rightly.
        case warning
        /// No picture can be drawn without it.
        case missing
    }

    /// One thing that was looked at.
    public struct Finding: Sendable, Hashable {
        /// What was looked at.
        public var check: String
        /// How it came out.
        public var status: Status
        /// What was found.
        public var detail: String
        /// What would help; nil if nothing needs to.
        public var remedy: String?
    }

    /// Looks at Graphviz, its engines and formats, and at fonts for the scripts that names come in.
    ///
    /// It holds up the calling thread for some 50 ms, most of it for Graphviz to load its plugins.
    @available(*, noasync, message: "waits for Graphviz and for fontconfig")
    public static func all() -> [Finding] { graphviz() + fonts() }

    /// Whether this program can be its own worker process (``GraphvizWorker``), which it is asked to start.
    @available(*, noasync, message: "waits for the process")
    public static func worker() -> Finding {
        do throws(GraphvizError) {
            let time = ContinuousClock.now
            let worker = GraphvizWorker(limits: .init(time: .seconds(20)))
            let version = try GraphvizEngine.waitForTask { () async throws(GraphvizError) in
                try await worker.capabilities().version
            }
            let (seconds, attoseconds) = (ContinuousClock.now - time).components
            return Finding(
                check: "worker process", status: .ok,
                detail:
                    "libgvc \(version), ready after \(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms",
                remedy: nil)
        } catch {
            return Finding(
                check: "worker process", status: .missing, detail: "\(error)",
                remedy: "mount /proc and allow this program to start itself")
        }
    }

    private static let remedyForGraphviz = "install Graphviz: apt-get install libgraphviz-dev"

    @available(*, noasync)
    private static func graphviz() -> [Finding] {
        let capabilities: GraphvizCapabilities
        do {
            capabilities = try GraphvizEngine.capabilitiesBlocking()
        } catch {
            return [
                Finding(
                    check: "Graphviz", status: .missing, detail: "\(error)", remedy: remedyForGraphviz)
            ]
        }
        func finding(_ check: String, wanted: [String], found: [String]) -> Finding {
            let missing = wanted.filter { !found.contains($0) }
            return Finding(
                check: check, status: missing.isEmpty ? .ok : .missing,
                detail: missing.isEmpty
                    ? wanted.joined(separator: ", ") : "missing: " + missing.joined(separator: ", "),
                remedy: missing.isEmpty ? nil : remedyForGraphviz)
        }
        return [
            Finding(check: "Graphviz", status: .ok, detail: "libgvc \(capabilities.version)", remedy: nil),
            finding("layout engines", wanted: ["dot", "fdp", "sfdp", "neato"], found: capabilities.engines),
            finding("formats", wanted: ["svg", "png", "pdf"], found: capabilities.formats),
        ]
    }

    private static func fonts() -> [Finding] {
        guard let catalogue = FontCatalogue() else {
            return [
                Finding(
                    check: "fonts", status: .warning, detail: "fontconfig is not there to ask",
                    remedy: "apt-get install fontconfig")
            ]
        }
        guard catalogue.match("sans-serif") != nil else {
            return [
                Finding(
                    check: "fonts", status: .missing, detail: "none installed: letters would be boxes",
                    remedy: "apt-get install fonts-noto-core fonts-noto-cjk")
            ]
        }
        return ScriptCheck.scripts.map { script in
            let families = catalogue.families(language: script.language)
            // Many families cover a script; the one that would be drawn tells most.
            let family = families.first { $0.hasPrefix("Noto Sans") } ?? families.first
            return Finding(
                check: "\(script.name) font", status: family == nil ? .warning : .ok,
                detail: family ?? "none: such letters would be boxes",
                remedy: family == nil ? "apt-get install \(script.package)" : nil)
        }
    }
}
