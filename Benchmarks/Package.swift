// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing it needs ever reaches users of LinkChart.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "LinkChart", path: "..")],
    targets: [
        .executableTarget(
            name: "ModelBenchmark", dependencies: [.product(name: "LinkChartModel", package: "LinkChart")])
    ],
    swiftLanguageModes: [.v6]
)
