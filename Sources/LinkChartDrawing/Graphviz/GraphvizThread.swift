internal import CGraphShim

/// The thread that libgvc is called on.
final class GraphvizThread: SerialThread, @unchecked Sendable {
    /// dot recurses along paths: 20,000 nodes in a row end a stack of 512 kB, which second threads have on macOS.
    static let stackSize = 64 << 20

    init() { super.init(stackSize: Self.stackSize) }

    override func perform(_ job: UnownedJob) {
        // Whoever reads DOT in this process uses libcgraph too, on a thread of his own.
        lcg_gate_enter()
        defer { lcg_gate_leave() }
        super.perform(job)
    }
}
