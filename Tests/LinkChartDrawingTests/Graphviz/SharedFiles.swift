import Foundation
import Testing

/// Files of the folder `shared` beside the repository, which a clone elsewhere does not have.
enum SharedFiles {
    /// The file's text; `nil` where it is missing, which fails the test on a machine that must have it.
    static func text(_ path: String, source: SourceLocation = #_sourceLocation) throws -> String? {
        if let file = url(path) { return try String(contentsOf: file, encoding: .utf8) }
        if ProcessInfo.processInfo.environment["CI"] == "true" {
            Issue.record("shared/\(path) is missing", sourceLocation: source)
        } else {
            print("skipped: shared/\(path) is missing")
        }
        return nil
    }

    /// Where a file or folder lies, if it is there.
    static func url(_ path: String) -> URL? {
        var folder = URL(filePath: #filePath)
        // Worktrees lie elsewhere: look beside each folder above.
        while folder.path() != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: "shared").appending(path: path)
            if FileManager.default.fileExists(atPath: file.path()) { return file }
        }
        return nil
    }
}
