import Foundation

/// The Swift compiler, run on snippets that import the module under test as a client does.
struct Compiler: Sendable {
    private let executable: URL
    private let modules: URL

    /// The compiler on the search path and the folder of the built modules; nil if there is no compiler.
    init?() {
        guard let executable = Self.executable(), let modules = Self.modules() else { return nil }
        self.executable = executable
        self.modules = modules
    }

    /// Whether the compiler can be found; tests that need it are skipped where it can't.
    static let isThere = executable() != nil

    /// Type-checks a snippet: a file of a library, or a script with statements at its top level.
    ///
    /// - Returns: what the compiler said, and whether it accepted the snippet.
    func check(_ snippet: String, isScript: Bool = false) throws -> (isAccepted: Bool, diagnostics: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "snippet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "snippet.swift")
        try Data(snippet.utf8).write(to: file)

        let process = Process()
        process.executableURL = executable
        process.arguments =
            ["-typecheck", "-swift-version", "6", "-no-color-diagnostics"]
            + (isScript ? [] : ["-parse-as-library"])
            + ["-module-cache-path", Self.moduleCache.path(), "-I", modules.path(), file.path()]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: output, as: UTF8.self))
    }

    /// A folder of our own: the one in the home directory may not be writable where tests run.
    private static let moduleCache = FileManager.default.temporaryDirectory
        .appending(path: "linkchart-snippet-modules")

    private static func executable() -> URL? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        return folders.map { $0.appending(path: "swiftc") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path())
        }
    }

    /// The modules lie beside the test bundle, under a name that changed between releases of the package
    /// manager; the folder of a debug build serves where the bundle can't tell.
    private static func modules() -> URL? {
        var starts = [Bundle.main.bundleURL, Bundle(for: Marker.self).bundleURL]
        starts += CommandLine.arguments.prefix(1).map { URL(filePath: $0).deletingLastPathComponent() }
        starts.append(SharedFiles.repository.appending(path: ".build/debug"))
        for start in starts {
            var folder = start.resolvingSymlinksInPath()
            for _ in 0..<5 {
                for candidate in [folder.appending(path: "Modules"), folder] {
                    let module = candidate.appending(path: "LinkChartModel.swiftmodule")
                    if FileManager.default.fileExists(atPath: module.path()) { return candidate }
                }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }

    private final class Marker {}
}
