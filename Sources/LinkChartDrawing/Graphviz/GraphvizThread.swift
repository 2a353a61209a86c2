/// The thread that libgvc is called on.
final class GraphvizThread: SerialThread, @unchecked Sendable {
    /// dot recurses along paths: 20,000 nodes in a row end a stack of 512 kB, which second threads have on macOS.
    static let stackSize = 64 << 20

    init() { super.init(stackSize: Self.stackSize) }
}
