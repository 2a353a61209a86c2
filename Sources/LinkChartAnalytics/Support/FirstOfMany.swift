/// The first few of some elements, in order.
///
/// - Parameters:
///   - count: how many at most.
///   - elements: in any order.
///   - precedes: whether one comes before another: a strict order.
/// - Complexity: O(*n* log *n*) comparisons; where few of many are wanted, O(*n*) and a little for each that is better
///   than the best so far.
func firstOfMany<Element>(
    _ count: Int, of elements: [Element], by precedes: (Element, Element) -> Bool
) -> ArraySlice<Element> {
    guard elements.count > 1 else { return elements.prefix(count) }
    guard count < elements.count / 16 else { return elements.sorted(by: precedes).prefix(count) }
    // Keep the best so far sorted, and most of the others fail one comparison.
    var best: [Element] = []
    for element in elements {
        if best.count == count {
            guard let last = best.last, precedes(element, last) else { continue }
            best.removeLast()
        }
        var low = 0
        var high = best.count
        while low < high {
            let middle = (low + high) / 2
            if precedes(best[middle], element) { low = middle + 1 } else { high = middle }
        }
        best.insert(element, at: low)
    }
    return best[...]
}
