extension Array {
    /// Makes room for as many more elements. Asked for a little at a time, it still grows by doubling:
    /// `reserveCapacity` alone would copy the array each time.
    mutating func reserve(_ more: Int) {
        let wanted = count + more
        if wanted > capacity { reserveCapacity(Swift.max(wanted, more < count ? count * 2 : 0)) }
    }
}
