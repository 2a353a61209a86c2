/// A value that is worked out meanwhile on another thread.
package struct Eventually<Value: Sendable>: Sendable {
    private let outcome = Monitor<Value?>(nil)

    /// Begins the work.
    package init(_ work: @escaping @Sendable () -> Value) {
        let outcome = outcome
        Task.detached {
            let value = work()
            outcome.update { $0 = value }
        }
    }

    /// The value; waits until it is there.
    package var value: Value { outcome.wait { $0 } }
}
