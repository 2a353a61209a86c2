import Foundation
import LinkChartFormats
import Testing

/// Each test works in a directory of its own.
@Suite final class AtomicFileTests {
    private let directory: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        directory = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    private func content(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(directory)/\(name)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    @Test func appearsWholeAndKeepsPermissions() throws {
        let path = "\(directory)/a"
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let file = try AtomicFile(path: path)
        try file.write("new")
        #expect(content("a") == "old")
        #if os(Linux)
            // Whoever is killed now leaves nothing.
            #expect(try names() == ["a"])
        #endif
        try file.commit()
        #expect(content("a") == "new")
        #expect(try names() == ["a"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func leavesNothingBehindWithoutCommit() throws {
        try "old".write(toFile: "\(directory)/a", atomically: false, encoding: .utf8)
        for name in ["a", "b"] {
            let file = try AtomicFile(path: "\(directory)/\(name)")
            try file.write("half")
        }
        #expect(try names() == ["a"])
        #expect(content("a") == "old")
    }

    @Test func followsLinksAndLeavesThem() throws {
        try "old".write(toFile: "\(directory)/target", atomically: false, encoding: .utf8)
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: "\(directory)/link", withDestinationPath: "target")
        try manager.createSymbolicLink(
            atPath: "\(directory)/dangling", withDestinationPath: "\(directory)/later")
        for name in ["link", "dangling"] {
            let file = try AtomicFile(path: "\(directory)/\(name)")
            try file.write("new")
            try file.commit()
        }
        #expect(content("target") == "new" && content("later") == "new")
        #expect(try manager.destinationOfSymbolicLink(atPath: "\(directory)/link") == "target")
        #expect(try names() == ["dangling", "later", "link", "target"])
        try manager.createSymbolicLink(atPath: "\(directory)/loop", withDestinationPath: "loop")
        #expect(throws: FileError.self) { try AtomicFile(path: "\(self.directory)/loop") }
    }

    @Test func refusesDirectoriesAndMissingPlaces() throws {
        for path in [directory, "\(directory)/none/a", "/dev/full/a"] {
            let error = #expect(throws: FileError.self) { try AtomicFile(path: path) }
            #expect(error?.exitCode == 73, "\(path)")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func tellsOfAFullDisk() throws {
        let file = try AtomicFile(path: "/dev/full")
        let error = #expect(throws: FileError.self) { try file.write("x") }
        #expect(error?.exitCode == 74)
        #expect(error?.description.contains("/dev/full") == true)
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
    func refusesReadOnlyFiles() throws {
        try "old".write(toFile: "\(directory)/a", atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: "\(directory)/a")
        let error = #expect(throws: FileError.self) { try AtomicFile(path: "\(self.directory)/a") }
        #expect(error?.exitCode == 73)
    }

    @Test func readsFilesOfAllSizes() throws {
        for size in [0, 1, 65_535, 65_536, 65_537, (8 << 20) + 3] {
            let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) })
            try bytes.write(to: URL(fileURLWithPath: "\(directory)/f"))
            let file = try MappedFile(path: "\(directory)/f")
            #expect(file.withBytes { Data($0) } == bytes, "\(size)")
        }
        for (path, exitCode, code) in [
            (directory, 66, FileError.Code.isDirectory), ("\(directory)/none", 66, .notFound),
            ("\(directory)/f/g", 66, .notFound),
        ] {
            let error = #expect(throws: FileError.self) { try MappedFile(path: path) }
            #expect(error?.code == code && error?.exitCode == Int32(exitCode), "\(path)")
        }
    }
}
