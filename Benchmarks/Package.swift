// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing it needs ever reaches users of LinkChart.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "LinkChart", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(name: "Measuring"),
        .executableTarget(
            name: "ModelBenchmark",
            dependencies: ["Measuring", .product(name: "LinkChartModel", package: "LinkChart")]),
        .executableTarget(
            name: "AnalyticsBenchmark",
            dependencies: [
                "Measuring",
                .product(name: "LinkChartModel", package: "LinkChart"),
                .product(name: "LinkChartAnalytics", package: "LinkChart"),
                .product(name: "LinkChartFormats", package: "LinkChart"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "DrawingBenchmark",
            dependencies: [
                "Measuring",
                .product(name: "LinkChartDrawing", package: "LinkChart"),
                .product(name: "LinkChartFormats", package: "LinkChart"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
