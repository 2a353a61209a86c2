import Foundation

/// The machine's Python, with which formats are read by somebody else's code.
enum Python {
    /// Whether it is there with these modules.
    static func has(_ modules: String...) -> Bool {
        (try? run("import " + modules.joined(separator: ", "), input: "")) != nil
    }

    struct Failure: Error {
        var output: String
    }

    /// What a script writes, given something to read.
    @discardableResult
    static func run(_ script: String, input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files rather than pipes, which stop at 64 KB if nobody empties them.
        let (inFile, outFile) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try Data(input.utf8).write(to: inFile)
        try Data().write(to: outFile)
        let output = try FileHandle(forWritingTo: outFile)
        process.standardInput = try FileHandle(forReadingFrom: inFile)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: outFile), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failure(output: text) }
        return text
    }
}
