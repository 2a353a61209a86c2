// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: what the next language version will demand, demanded now.
/// Warnings fail the build where `CI` is set; a user's newer compiler may warn without breaking them.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// What the umbrella re-exports. Targets that import the umbrella name these too: SwiftPM builds a target anew when
/// a module that it names has changed, and does not look through a re-export.
let umbrella: [Target.Dependency] = [
    "LinkChart", "LinkChartModel", "LinkChartAnalytics", "LinkChartFormats", "LinkChartResolution",
    "LinkChartDrawing",
]

let package = Package(
    name: "LinkChart",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "LinkChart", targets: ["LinkChart"]),
        .library(name: "LinkChartModel", targets: ["LinkChartModel"]),
        .library(name: "LinkChartAnalytics", targets: ["LinkChartAnalytics"]),
        .library(name: "LinkChartFormats", targets: ["LinkChartFormats"]),
        .library(name: "LinkChartResolution", targets: ["LinkChartResolution"]),
        .library(name: "LinkChartDrawing", targets: ["LinkChartDrawing"]),
        .library(name: "LinkChartTestKit", targets: ["LinkChartTestKit"]),
        .executable(name: "linkchart", targets: ["LinkChartCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Foundations: no target imports one below it in this list.
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .systemLibrary(
            name: "CCGraph", pkgConfig: "libcgraph",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .target(name: "CGraphShim", dependencies: ["CCGraph"]),
        .target(name: "CGraphvizShim", dependencies: ["CGraphviz", "CGraphShim"]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .target(name: "CViewer", exclude: ["Page"]),
        .target(name: "LinkChartModel", swiftSettings: strict),
        .target(name: "LinkChartAnalytics", dependencies: ["LinkChartModel"], swiftSettings: strict),
        .target(
            name: "LinkChartFormats",
            dependencies: [
                "LinkChartModel", "CGraphShim", "CExpat", "CZlib", "CZip",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "LinkChartResolution",
            dependencies: ["LinkChartModel", "LinkChartAnalytics", "LinkChartFormats"], swiftSettings: strict),
        .target(
            name: "LinkChartDrawing",
            dependencies: [
                "LinkChartModel", "LinkChartAnalytics", "LinkChartFormats", "CGraphShim", "CGraphvizShim",
                "CViewer",
            ],
            swiftSettings: strict),
        .target(
            name: "LinkChart",
            dependencies: [
                "LinkChartModel", "LinkChartAnalytics", "LinkChartFormats", "LinkChartResolution",
                "LinkChartDrawing",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "LinkChartCLI",
            dependencies: umbrella + [
                .product(name: "ArgumentParser", package: "swift-argument-parser")
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "ArticleInCode", dependencies: umbrella, path: "examples/ArticleInCode",
            swiftSettings: strict),
        .target(name: "LinkChartTestKit", dependencies: ["LinkChartModel"], swiftSettings: strict),

        // One folder a target, and the built binary from outside.
        .testTarget(
            name: "LinkChartModelTests", dependencies: ["LinkChartModel", "LinkChartTestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "LinkChartAnalyticsTests",
            dependencies: ["LinkChartModel", "LinkChartAnalytics", "LinkChartTestKit"], swiftSettings: strict),
        .testTarget(
            name: "LinkChartFormatsTests",
            dependencies: ["LinkChartModel", "LinkChartFormats", "LinkChartTestKit"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "LinkChartResolutionTests",
            dependencies: ["LinkChartModel", "LinkChartFormats", "LinkChartResolution", "LinkChartTestKit"],
            swiftSettings: strict),
        .testTarget(
            name: "LinkChartDrawingTests",
            dependencies: ["LinkChartAnalytics", "LinkChartDrawing", "LinkChartFormats", "LinkChartTestKit"],
            exclude: ["SVG/Golden", "Dot/Golden"], swiftSettings: strict),
        .testTarget(
            name: "EndToEnd", dependencies: ["LinkChartCLI", "ArticleInCode"], exclude: ["Golden"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
