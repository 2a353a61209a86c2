import Foundation
import Testing

/// The repository, and files of the folder `shared` beside it, which a clone elsewhere does not have.
enum SharedFiles {
    /// The folder that holds `Package.swift`.
    static let repository: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    /// The file's bytes; nil where it is missing, which fails the test on a machine that must have it.
    static func data(_ path: String, source: SourceLocation = #_sourceLocation) throws -> Data? {
        var folder = repository
        // Worktrees lie elsewhere: look beside each folder above.
        while folder.path() != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: "shared").appending(path: path)
            if FileManager.default.fileExists(atPath: file.path()) { return try Data(contentsOf: file) }
        }
        if ProcessInfo.processInfo.environment["CI"] == "true" {
            Issue.record("shared/\(path) is missing", sourceLocation: source)
        } else {
            print("skipped: shared/\(path) is missing")
        }
        return nil
    }
}
