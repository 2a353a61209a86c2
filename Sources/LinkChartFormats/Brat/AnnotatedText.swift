/// A text that annotations point into by characters, as Unicode's code points are counted.
struct AnnotatedText {
    /// Where each line begins, in characters.
    private var lineStarts: [Int] = [0]
    private let scalars: [Unicode.Scalar]

    init(_ file: MappedFile) {
        scalars = file.withBytes { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
        for (position, scalar) in scalars.enumerated() where scalar == "\n" {
            lineStarts.append(position + 1)
        }
    }

    /// How many characters there are.
    var count: Int { scalars.count }

    /// The text of a stretch; nil if it goes beyond the end.
    func text(_ start: Int, _ end: Int) -> String? {
        guard start >= 0, start <= end, end <= scalars.count else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    /// All of it.
    var whole: String { text(0, scalars.count) ?? "" }

    /// The line and the characters of a stretch, as a locator has them: `L3:10-24`, or `L3-L4`.
    func locator(_ start: Int, _ end: Int) -> String? {
        guard start >= 0, start < end, end <= scalars.count else { return nil }
        let (first, last) = (line(of: start), line(of: end - 1))
        guard first == last else { return "L\(first + 1)-L\(last + 1)" }
        let offset = lineStarts[first]
        return "L\(first + 1):\(start - offset + 1)-\(end - offset)"
    }

    private func line(of position: Int) -> Int {
        var (low, high) = (0, lineStarts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= position { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
