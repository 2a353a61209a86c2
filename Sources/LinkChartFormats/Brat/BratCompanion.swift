#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Files that stand beside annotations of brat and are no graphs by themselves.
enum BratCompanion {
    /// The text that annotations in the file of this name are about.
    case text(of: String)
    /// The settings of a folder of annotated texts: types of entities, relations and events.
    case settings

    /// What a file is; nil if it is not known as one of these.
    init?(_ input: GraphInput) {
        guard let path = input.path else { return nil }
        if path.hasSuffix(".txt") {
            let stem = path.dropLast(4)
            let names: [String] = ["ann", "a1", "a2"].map { stem + "." + $0 }
            guard let found = names.first(where: { access($0, F_OK) == 0 }) else { return nil }
            self = .text(of: found)
        } else if path.hasSuffix(".conf") {
            let head = input.content.withBytes { String(decoding: $0.prefix(1 << 14), as: UTF8.self) }
            let sections = head.split(whereSeparator: \.isNewline)
            guard
                ["[entities]", "[relations]", "[events]"].contains(where: { name in
                    sections.contains { $0.hasPrefix(name) }
                })
            else { return nil }
            self = .settings
        } else {
            return nil
        }
    }
}

extension GraphBuilder {
    /// Says what to give in place of a file that stands beside annotations.
    mutating func report(_ companion: BratCompanion) {
        switch companion {
        case .text(let annotations):
            report(
                .unknownFormat, "this is the text that annotations of brat are about, no graph",
                suggestion: "give `\(annotations)`; the text beside it is read with it")
        case .settings:
            report(
                .unknownFormat, "these are settings of brat, no graph",
                suggestion: "give the `.ann` files of the folder")
        }
    }
}
