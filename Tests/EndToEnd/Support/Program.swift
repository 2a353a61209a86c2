import Foundation
import Testing

/// The built program, run from outside as its user runs it.
enum Program {
    /// What a run left behind.
    struct Run {
        var status: Int32
        var isCrash: Bool
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }

        /// The output as a JSON value.
        func json() throws -> Any {
            try JSONSerialization.jsonObject(with: output, options: [.fragmentsAllowed])
        }
    }

    /// The top of the repository, where the user's commands are run.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of build products that the test bundle itself lies in.
    static let products: URL = {
        var folder = Bundle.main.bundleURL
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
            folder = bundle.bundleURL.deletingLastPathComponent()
        }
        return folder
    }()

    static var linkchart: URL { products.appendingPathComponent("linkchart") }

    /// Runs `linkchart` with arguments, in the repository's top folder.
    static func run(
        _ arguments: String..., input: Data? = nil, in folder: URL = root, environment: [String: String] = [:]
    ) throws -> Run {
        try run(linkchart, arguments, input: input, in: folder, environment: environment)
    }

    /// Runs any program and waits for it.
    static func run(
        _ executable: URL, _ arguments: [String], input: Data? = nil, in folder: URL = root,
        environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging([
            "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
        ]) {
            $1
        }.merging(environment) { $1 }
        let scratch = try Scratch()
        // Files, not pipes: a full pipe that nobody reads would hold the program up.
        let outputURL = scratch.file("stdout")
        let errorsURL = scratch.file("stderr")
        for file in [outputURL, errorsURL] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: outputURL)
        process.standardError = try FileHandle(forWritingTo: errorsURL)
        let inputURL = scratch.file("stdin")
        try (input ?? Data()).write(to: inputURL)
        process.standardInput = try FileHandle(forReadingFrom: inputURL)
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, isCrash: process.terminationReason == .uncaughtSignal,
            output: try Data(contentsOf: outputURL),
            errors: String(decoding: try Data(contentsOf: errorsURL), as: UTF8.self))
    }
}

/// A folder of its own for a test, removed with it.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("linkchart-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file and gives its path.
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: file(name))
        return file(name).path
    }

    /// The names of all files in it.
    var contents: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

/// Compares a text with the golden file of this name; with `UPDATE_GOLDEN=1` writes it instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Program.root.appendingPathComponent("Tests/EndToEnd/Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(text.utf8).write(to: file)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return }
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
        zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(new.count, old.count)
    Issue.record(
        """
        \(name) differs at line \(line + 1):
        - \(line < old.count ? String(old[line]) : "(end)")
        + \(line < new.count ? String(new[line]) : "(end)")
        If the new output is right, run the tests with UPDATE_GOLDEN=1 and read the difference.
        """, sourceLocation: sourceLocation)
}
