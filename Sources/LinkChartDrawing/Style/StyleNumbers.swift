#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The natural logarithm, for files that need nothing else of C.
func logarithm(_ value: Double) -> Double { log(value) }

/// A number in a legend or a style file: three significant digits, without zeros at the end.
func styleNumber(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
    let size = abs(value)
    let decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : min(9, Int(2 - floor(log10(size))))
    let power = pow(10, Double(decimals))
    let scaled = Int64((size * power).rounded())
    let (whole, rest) = (scaled / Int64(power), scaled % Int64(power))
    var digits = String(rest)
    digits = String(repeating: "0", count: decimals - min(decimals, digits.count)) + digits
    while digits.last == "0" { digits.removeLast() }
    return (value < 0 ? "-" : "") + (digits.isEmpty ? "\(whole)" : "\(whole).\(digits)")
}
