/// A queue that gives the least element first (J. Williams 1964, doi:10.1145/512274.512284).
struct BinaryHeap<Element: Comparable> {
    private var elements: [Element] = []

    var isEmpty: Bool { elements.isEmpty }
    var count: Int { elements.count }
    /// What would be given first.
    var least: Element? { elements.first }

    mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var position = elements.count - 1
        while position > 0 {
            let above = (position - 1) / 2
            guard element < elements[above] else { break }
            elements[position] = elements[above]
            position = above
        }
        elements[position] = element
    }

    mutating func popLeast() -> Element? {
        guard let least = elements.first, let last = elements.popLast() else { return nil }
        guard !elements.isEmpty else { return least }
        var position = 0
        while true {
            var below = 2 * position + 1
            guard below < elements.count else { break }
            if below + 1 < elements.count, elements[below + 1] < elements[below] { below += 1 }
            guard elements[below] < last else { break }
            elements[position] = elements[below]
            position = below
        }
        elements[position] = last
        return least
    }
}
extension BinaryHeap: Sendable where Element: Sendable {}
