public import LinkChartModel

/// A script that names are written in, and whether this machine has letters for it.
public enum ScriptCheck {
    struct Script: Sendable {
        var name: String
        /// A language of RFC 3066 whose letters stand for the script's.
        var language: String
        var package: String
        var ranges: [ClosedRange<UInt32>]
    }

    static let scripts = [
        Script(name: "Latin", language: "en", package: "fonts-noto-core", ranges: [0x41...0x24F]),
        Script(name: "Greek", language: "el", package: "fonts-noto-core", ranges: [0x370...0x3FF]),
        Script(name: "Cyrillic", language: "ru", package: "fonts-noto-core", ranges: [0x400...0x52F]),
        Script(name: "Armenian", language: "hy", package: "fonts-noto-core", ranges: [0x530...0x58F]),
        Script(name: "Hebrew", language: "he", package: "fonts-noto-core", ranges: [0x590...0x5FF]),
        // Letters of Urdu and Pashto that Arabic itself lacks, and many fonts with it.
        Script(
            name: "Urdu", language: "ur", package: "fonts-noto-core",
            ranges: [
                0x679...0x679, 0x688...0x688, 0x691...0x691, 0x6BA...0x6BA, 0x6BE...0x6C3, 0x6D2...0x6D3,
            ]),
        Script(
            name: "Arabic", language: "ar", package: "fonts-noto-core",
            ranges: [0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE]),
        Script(name: "Devanagari", language: "hi", package: "fonts-noto-core", ranges: [0x900...0x97F]),
        Script(name: "Bengali", language: "bn", package: "fonts-noto-core", ranges: [0x980...0x9FF]),
        Script(name: "Gurmukhi", language: "pa", package: "fonts-noto-core", ranges: [0xA00...0xA7F]),
        Script(name: "Tamil", language: "ta", package: "fonts-noto-core", ranges: [0xB80...0xBFF]),
        Script(name: "Thai", language: "th", package: "fonts-noto-core", ranges: [0xE00...0xE7F]),
        Script(name: "Burmese", language: "my", package: "fonts-noto-core", ranges: [0x1000...0x109F]),
        Script(name: "Georgian", language: "ka", package: "fonts-noto-core", ranges: [0x10A0...0x10FF]),
        Script(name: "Amharic", language: "am", package: "fonts-noto-core", ranges: [0x1200...0x139F]),
        Script(
            name: "Japanese", language: "ja", package: "fonts-noto-cjk",
            ranges: [0x3040...0x30FF, 0xFF66...0xFF9D]),
        Script(
            name: "Korean", language: "ko", package: "fonts-noto-cjk",
            ranges: [0x1100...0x11FF, 0xAC00...0xD7A3]),
        Script(
            name: "Chinese", language: "zh-cn", package: "fonts-noto-cjk",
            ranges: [0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF]),
    ]

    /// A script without a font.
    public struct Missing: Hashable, Sendable {
        /// The script's name.
        public var script: String
        /// A name in that script.
        public var example: String
        /// The Debian package that brings a font for it.
        public var package: String
    }

    /// The scripts of a graph's names that no installed font has: their letters come out as boxes, and nothing else
    /// says so.
    ///
    /// - Parameters:
    ///   - graph: whose names are looked at.
    ///   - fonts: the fonts there are.
    /// - Complexity: linear in the names.
    public static func missing(for graph: Graph, in fonts: FontCatalogue) -> [Missing] {
        missing(in: (0..<graph.nodeCount).lazy.map { graph.name(of: NodeIndex($0)) }) { language in
            !fonts.families(language: language).isEmpty
        }
    }

    static func missing(
        in names: some Sequence<String>, hasFont: (_ language: String) -> Bool
    ) -> [Missing] {
        var examples: [Int: String] = [:]
        for name in names {
            for scalar in name.unicodeScalars where scalar.value > 0x24F {
                let found = scripts.firstIndex { $0.ranges.contains { $0.contains(scalar.value) } }
                if let found, examples[found] == nil { examples[found] = name }
            }
        }
        return examples.sorted { $0.key < $1.key }.filter { !hasFont(scripts[$0.key].language) }.map {
            Missing(
                script: scripts[$0.key].name, example: printable($0.value), package: scripts[$0.key].package)
        }
    }
}
