import LinkChartAnalytics
import LinkChartModel

extension AnalysisTask {
    static let structure = [
        AnalysisTask(name: "wcc") { question in
            "\(try question.projection.weakComponents(execution: question.execution).count)"
        },
        AnalysisTask(name: "scc", input: .directed) { question in
            "\(try question.projection.strongComponents(execution: question.execution).count)"
        },
        AnalysisTask(name: "artic") { question in
            "art=\(try question.projection.articulationPoints(execution: question.execution).count)"
        },
        AnalysisTask(name: "tri") { question in
            "\(try question.projection.triangleCount(execution: question.execution))"
        },
        AnalysisTask(name: "trinodes") { question in
            let triangles = try question.projection.triangles(execution: question.execution)
            return "\(triangles.total) max=\(triangles.counts.max() ?? 0)"
        },
        AnalysisTask(name: "trans") { question in
            fixed(try question.projection.transitivity(execution: question.execution), 6)
        },
        AnalysisTask(name: "triads", input: .directed) { question in
            let census = try question.projection.triadCensus(execution: question.execution)
            return "030C=\(census[.t030C]) 300=\(census[.t300]) 021C=\(census[.t021C])"
        },
        AnalysisTask(name: "truss") { question in
            let numbers = try question.projection.trussNumbers(execution: question.execution)
            return "max=\(numbers.greatest ?? 0) sum=\(numbers.reduce(0) { $0 + $1.truss })"
        },
        AnalysisTask(name: "mincut") { question in
            let cuts = try question.pairs.prefix(4).map { pair in
                try question.projection.minimumEdgeCut(
                    from: pair.0, to: pair.1, execution: question.execution
                ).capacity
            }
            return "\(cuts)"
        },
        AnalysisTask(name: "mincutnodes") { question in
            let counts = try question.pairs.prefix(4).map { pair in
                try question.projection.nodeDisjointPathCount(
                    from: pair.0, to: pair.1, execution: question.execution)
            }
            return "\(counts)"
        },
        AnalysisTask(name: "dominators", input: .directed) { question in
            let root = question.sources.first ?? NodeIndex(0)
            let tree = try question.projection.dominators(from: root, execution: question.execution)
            return
                "\(tree.dominatedCount(by: root) ?? 0) \(tree.ranked(in: question.graph, top: 1).map(\.score))"
        },
    ]
}
