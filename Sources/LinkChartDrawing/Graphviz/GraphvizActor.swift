/// The one gate through which every call of Graphviz in this process goes.
///
/// libgvc keeps its state in globals, so that two threads crash it even with a context each. Work isolated to
/// this actor runs on one thread of its own: a layout that takes seconds holds up no other task, and deep
/// recursion over large graphs finds a large stack.
@globalActor
actor GraphvizActor {
    static let shared = GraphvizActor()

    private nonisolated let thread = GraphvizThread()

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }
}
