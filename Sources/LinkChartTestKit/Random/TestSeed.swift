#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

/// The seed that random tests begin with.
///
/// It is the same in every run, so that whoever changes nothing sees nothing change. To explore, set the environment
/// variable `LINKCHART_SEED` to `random` or to a number, such as the one a failure printed.
public func testSeed() -> UInt64 {
    guard let pointer = getenv("LINKCHART_SEED") else { return 20_261_122 }
    let text = String(cString: pointer)
    return UInt64(text) ?? .random(in: 0...(.max / 2))
}
