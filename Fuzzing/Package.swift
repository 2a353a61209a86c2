// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as Benchmarks is. Scripts/fuzz.sh builds it with libFuzzer, which brings the main function.
let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "LinkChart", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzReaders",
            dependencies: [
                .product(name: "LinkChartModel", package: "LinkChart"),
                .product(name: "LinkChartFormats", package: "LinkChart"),
            ],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ],
    swiftLanguageModes: [.v6]
)
