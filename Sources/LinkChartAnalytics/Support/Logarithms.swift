// The C library is the only source of logarithms without Foundation; it has a name of its own on every system.
#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }

/// The natural logarithm of 1 + `value`, exact for small values too.
func logarithm(onePlus value: Double) -> Double { log1p(value) }

/// *e* to the power of `value`.
func exponential(_ value: Double) -> Double { exp(value) }
