import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("The quality of a drawing in figures")
struct DrawingQualityTests {
    @Test(
        "Overlaps, crossings and hits are those that comparing all with all finds", arguments: UInt64(0)..<150
    )
    func oracle(seed: UInt64) {
        let geometry = RandomGeometry.drawing(
            seed: seed, nodes: Int(seed % 40), edges: Int(seed % 60), extent: seed % 3 == 0 ? 1500 : 300)
        let quality = DrawingQuality(of: geometry)
        let expected = BruteForceQuality(geometry)
        #expect(quality.nodeOverlaps == expected.nodeOverlaps, "seed \(seed)")
        #expect(quality.labelOverlaps == expected.labelOverlaps, "seed \(seed)")
        #expect(quality.labelNodeOverlaps == expected.labelNodeOverlaps, "seed \(seed)")
        #expect(quality.crossings == expected.crossings && !quality.crossingsAreEstimated, "seed \(seed)")
        #expect(quality.edgeNodeHits == expected.edgeNodeHits, "seed \(seed)")
        #expect(quality.edgeBoxHits == expected.edgeBoxHits, "seed \(seed)")
        #expect(quality.edgeLabelHits == expected.edgeLabelHits, "seed \(seed)")
    }

    @Test("Labels are as far from their edge as the nearest of many points on it", arguments: UInt64(0)..<40)
    func labelDistance(seed: UInt64) {
        let geometry = RandomGeometry.drawing(seed: seed, nodes: 10, edges: 24)
        let oracle = BruteForceQuality(geometry)
        let distances = geometry.labels.indices.compactMap { oracle.labelDistance($0) }
        let quality = DrawingQuality(of: geometry)
        guard !distances.isEmpty else { return }
        let mean = distances.reduce(0, +) / Double(distances.count)
        #expect(abs(quality.labelDistance - mean) < 0.3, "seed \(seed)")
        #expect(abs(quality.largestLabelDistance - (distances.max() ?? 0)) < 0.3, "seed \(seed)")
        let sure = distances.count { $0 > 6.3 }
        #expect((sure...distances.count { $0 > 5.7 }).contains(quality.strayLabels), "seed \(seed)")
    }

    @Test("An estimate of crossings is near the truth, and the same every time")
    func estimate() {
        let geometry = RandomGeometry.drawing(seed: 7, nodes: 200, edges: 1500, extent: 2000)
        let exact = DrawingQuality(of: geometry)
        #expect(!exact.crossingsAreEstimated && exact.crossings > 10_000)
        // From some thirty of the edges: single ones stray by a tenth or two, their mean does not.
        var sum = 0.0
        for seed in UInt64(1)...20 {
            let estimate = DrawingQuality(of: geometry, comparisonLimit: exact.crossings / 4, seed: seed)
            #expect(estimate.crossingsAreEstimated)
            let ratio = Double(estimate.crossings) / Double(exact.crossings)
            #expect((0.6...1.5).contains(ratio), "seed \(seed): \(ratio)")
            sum += ratio
            #expect(
                estimate == DrawingQuality(of: geometry, comparisonLimit: exact.crossings / 4, seed: seed))
        }
        #expect((0.9...1.1).contains(sum / 20), "\(sum / 20)")
    }

    @Test("What edges share is inked once, whichever way they run")
    func ink() {
        let (a, b, c) = (
            GraphLayout.Point(x: 0, y: 0), GraphLayout.Point(x: 30, y: 40), GraphLayout.Point(x: 130, y: 40)
        )
        var geometry = DrawingGeometry(size: .init(width: 130, height: 40))
        geometry.nodes = [a, b, c].map {
            .init(outline: Rectangle(centre: $0, size: .init(width: 2, height: 2)).corners)
        }
        geometry.edges = [
            .init(tail: 0, head: 2, course: [a, b, c]), .init(tail: 1, head: 0, course: [b, a]),
        ]
        let quality = DrawingQuality(of: geometry)
        #expect(quality.ink == 150)
        #expect(abs(quality.inkSaved - 0.25) < 1e-12)
        #expect(quality.meanEdgeLength == 100 && quality.edgeLengthSpread == 0.5)
        #expect(quality.aspect == 3.25)
    }

    @Test("Empty and strange drawings have figures too")
    func strange() {
        let empty = DrawingQuality(of: DrawingGeometry(size: .init(width: 0, height: 0)))
        #expect(empty.crossings == 0 && empty.aspect == 0 && empty.areaUse == 0 && empty.ink == 0)
        var geometry = RandomGeometry.drawing(seed: 3)
        geometry.edges[0].course = [.init(x: .nan, y: 0), .init(x: 10, y: .infinity)]
        geometry.edges[1].course = [.init(x: 1e12, y: 5), .init(x: -1e12, y: 9)]
        #expect(DrawingQuality(of: geometry).ink.isFinite)
        var far = DrawingGeometry(size: .init(width: 100, height: 100))
        far.nodes = [.init(frame: .init(origin: .init(x: 1e9, y: 0), size: .init(width: 1, height: 1)))]
        #expect(DrawingQuality(of: far).nodeOverlaps == 0)
    }

    @Test("Less is better: every fault raises the penalty")
    func penalty() {
        let geometry = RandomGeometry.drawing(seed: 11)
        let base = DrawingQuality(of: geometry)
        let faults: [WritableKeyPath<DrawingQuality, Int>] = [
            \.nodeOverlaps, \.labelOverlaps, \.labelNodeOverlaps, \.crossings, \.edgeNodeHits, \.edgeBoxHits,
            \.edgeLabelHits, \.strayLabels,
        ]
        for fault in faults {
            var worse = base
            worse[keyPath: fault] += 1
            #expect(worse.penalty > base.penalty)
        }
    }

    @Test("A chord is as long as what the line has within the polygon")
    func chord() {
        let square = Rectangle(minX: 0, minY: 0, maxX: 10, maxY: 10).corners
        func length(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
            chordLength(of: square, from: .init(x: a.0, y: a.1), to: .init(x: b.0, y: b.1))
        }
        #expect(length((-5, 5), (15, 5)) == 10)
        #expect(length((5, 5), (15, 5)) == 5)
        #expect(length((2, 2), (5, 6)) == 5)
        #expect(length((-5, 0), (15, 0)) == 0)
        #expect(length((20, 20), (30, 30)) == 0)
        #expect(chordLength(of: square.reversed(), from: .init(x: -5, y: 5), to: .init(x: 15, y: 5)) == 10)
    }
}
