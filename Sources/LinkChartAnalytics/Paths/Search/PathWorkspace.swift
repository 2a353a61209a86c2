internal import LinkChartModel
internal import Synchronization

/// Memory for searches between two nodes. It is made ready once and cleaned after each search of what that has
/// touched, so that a search which sees little of a large graph costs little.
final class PathWorkspace {
    let nodeCount: Int
    /// Nodes that no path may enter; all false between searches.
    let blocked: UnsafeMutablePointer<Bool>
    private(set) lazy var ahead = HopSide(nodeCount)
    private(set) lazy var behind = HopSide(nodeCount)

    init(nodeCount: Int) {
        self.nodeCount = nodeCount
        blocked = .allocate(capacity: nodeCount)
        blocked.initialize(repeating: false, count: nodeCount)
    }

    deinit { blocked.deallocate() }

    /// What a breadth-first search knows of every node.
    final class HopSide {
        /// The number of hops; -1 where the search has not been, everywhere between searches.
        let hops: UnsafeMutablePointer<Int32>
        /// The nodes in the order in which the search came to them.
        let queue: UnsafeMutablePointer<UInt32>

        init(_ count: Int) {
            hops = .allocate(capacity: count)
            hops.initialize(repeating: -1, count: count)
            queue = .allocate(capacity: count)
            queue.initialize(repeating: 0, count: count)
        }

        deinit {
            hops.deallocate()
            queue.deallocate()
        }
    }
}

/// The workspaces of a projection that no search is using.
private final class PathWorkspaces: Sendable {
    // A workspace is in here or in the hands of one search, never both.
    private struct Idle: @unchecked Sendable { var workspaces: [PathWorkspace] = [] }
    private let idle = Mutex(Idle())

    func take(nodeCount: Int) -> PathWorkspace {
        idle.withLock { $0.workspaces.popLast() } ?? PathWorkspace(nodeCount: nodeCount)
    }

    func giveBack(_ workspace: PathWorkspace) {
        let box = Box(workspace: workspace)
        idle.withLock { $0.workspaces.append(box.workspace) }
    }

    private struct Box: @unchecked Sendable { let workspace: PathWorkspace }
}

extension Projection {
    /// Lends a clean workspace to `body`, which must clean it.
    func withPathWorkspace<Result, Failure: Error>(
        _ body: (PathWorkspace) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let workspaces = derived.value(PathWorkspaces.self) { PathWorkspaces() }
        let workspace = workspaces.take(nodeCount: nodeCount)
        defer { workspaces.giveBack(workspace) }
        return try body(workspace)
    }
}
