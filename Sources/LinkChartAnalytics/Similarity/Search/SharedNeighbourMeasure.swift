/// A measure of two nodes by the neighbours they share and by how many they have.
///
/// The search leaves out pairs that cannot be among the best. For that, a node of many neighbours being first and one
/// of fewer second, the score that two nodes would have if they shared all that the second has must not grow as the
/// second has fewer.
protocol SharedNeighbourMeasure: LinkPredictor {
    /// What a shared neighbour of so many neighbours counts; not negative, and positive from two on.
    func weight(ofDegree degree: Int) -> Double

    /// The score of two nodes.
    ///
    /// - Parameters:
    ///   - shared: the sum over the neighbours they share; the score does not fall as it grows.
    ///   - first: how many neighbours one has.
    ///   - second: how many the other has; the score does not depend on which is which.
    func score(shared: Double, _ first: Int, _ second: Int) -> Double

    /// Whether the best pairs are found sooner among nodes of few links.
    var startsWithFewLinks: Bool { get }
}

extension SharedNeighbourMeasure {
    var startsWithFewLinks: Bool { false }
}
