import Foundation

/// A number to six significant digits, as C's `%g` prints it.
func short(_ value: Double) -> String { String(format: "%.6g", value) }

/// A number with this many digits after the point.
func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
