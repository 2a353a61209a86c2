internal import Synchronization

/// What was worked out of a projection once and serves every later question: an order of its nodes, its rows
/// without repeats.
///
/// Copies of a projection share it. A value is found by its type, so each kind of value has a type of its own.
package final class DerivedValues: Sendable {
    private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

    init() {}

    /// The value of this type, made by `make` if nobody has asked for it before.
    ///
    /// While it is made nothing is locked: two threads that ask at the same time may both make it, and one of
    /// the two equal values is kept.
    package func value<Value: Sendable, Failure: Error>(
        _ type: Value.Type = Value.self, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let key = ObjectIdentifier(type)
        if let known = values.withLock({ $0[key] }) as? Value { return known }
        let made = try make()
        return values.withLock { values in
            if let known = values[key] as? Value { return known }
            values[key] = made
            return made
        }
    }
}
