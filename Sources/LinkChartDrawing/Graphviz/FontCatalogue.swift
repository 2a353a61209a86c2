#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The fonts that Graphviz can draw with, asked of the same fontconfig library that it asks.
///
/// Graphviz draws boxes for characters without a font and reports success, so that whoever checks a machine has to
/// look here. The library is opened when needed and not linked: without it there is no text to draw either, but
/// layouts and SVG still work.
public final class FontCatalogue {
    private let library: Fontconfig
    private let configuration: OpaquePointer

    /// Opens the catalogue; `nil` where fontconfig is not installed. Reads its caches (some 10 ms).
    public init?() {
        guard let library = Fontconfig(), let configuration = library.load() else { return nil }
        self.library = library
        self.configuration = configuration
    }

    deinit {
        library.destroyConfiguration(configuration)
    }

    /// The family that is drawn when `family` is asked for: another one where it is not installed.
    ///
    /// - Parameter family: A name such as `Noto Sans`, or a list separated by commas.
    /// - Returns: The family's first name; `nil` where no font is installed at all.
    public func match(_ family: String) -> String? {
        guard let pattern = library.parse(Self.escaped(family)) else { return nil }
        defer { library.destroyPattern(pattern) }
        guard library.substitute(configuration, pattern, 0) != 0 else { return nil }
        library.substituteDefaults(pattern)
        var result: Int32 = 0
        guard let font = library.match(configuration, pattern, &result) else { return nil }
        defer { library.destroyPattern(font) }
        return library.family(of: font)
    }

    /// Families that hold every character a language needs.
    ///
    /// - Parameter language: A code of RFC 3066, such as `ur` or `zh-cn`.
    /// - Returns: Names, sorted and without repetition; empty where the language would be drawn as boxes.
    public func families(language: String) -> [String] {
        guard let pattern = library.parse(":lang=" + Self.escaped(language)) else { return [] }
        defer { library.destroyPattern(pattern) }
        guard let properties = library.createProperties() else { return [] }
        defer { library.destroyProperties(properties) }
        guard library.addProperty(properties, "family") != 0,
            let set = library.list(configuration, pattern, properties)
        else { return [] }
        defer { library.destroySet(set) }
        return Set(library.fonts(in: set).compactMap(library.family)).sorted()
    }

    /// Characters with a meaning in fontconfig's names are led by a backslash, but for the comma between families.
    private static func escaped(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if "\\-:=_".contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}

/// The functions of fontconfig that are used here; its ABI has been stable since 2003.
private struct Fontconfig {
    typealias Text = UnsafePointer<CChar>
    let load: @convention(c) () -> OpaquePointer?
    let destroyConfiguration: @convention(c) (OpaquePointer) -> Void
    private let parseName: @convention(c) (Text) -> OpaquePointer?
    let destroyPattern: @convention(c) (OpaquePointer) -> Void
    let substitute: @convention(c) (OpaquePointer, OpaquePointer, Int32) -> Int32
    let substituteDefaults: @convention(c) (OpaquePointer) -> Void
    let match: @convention(c) (OpaquePointer, OpaquePointer, UnsafeMutablePointer<Int32>) -> OpaquePointer?
    private let getString: @convention(c) (OpaquePointer, Text, Int32, UnsafeMutablePointer<Text?>) -> Int32
    let createProperties: @convention(c) () -> OpaquePointer?
    let destroyProperties: @convention(c) (OpaquePointer) -> Void
    let addProperty: @convention(c) (OpaquePointer, Text) -> Int32
    let list: @convention(c) (OpaquePointer, OpaquePointer, OpaquePointer) -> UnsafeMutableRawPointer?
    let destroySet: @convention(c) (UnsafeMutableRawPointer) -> Void

    private static let names = [
        "libfontconfig.so.1", "libfontconfig.1.dylib", "/opt/homebrew/lib/libfontconfig.1.dylib",
        "/usr/local/lib/libfontconfig.1.dylib",
    ]

    init?() {
        guard let handle = Self.names.lazy.compactMap({ dlopen($0, RTLD_LAZY) }).first else { return nil }
        // The types below are those of fontconfig.h; a missing symbol means another library of that name.
        func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
            dlsym(handle, name).map { unsafeBitCast($0, to: type) }
        }
        guard let load = symbol("FcInitLoadConfigAndFonts", as: type(of: load)),
            let destroyConfiguration = symbol("FcConfigDestroy", as: type(of: destroyConfiguration)),
            let parseName = symbol("FcNameParse", as: type(of: parseName)),
            let destroyPattern = symbol("FcPatternDestroy", as: type(of: destroyPattern)),
            let substitute = symbol("FcConfigSubstitute", as: type(of: substitute)),
            let substituteDefaults = symbol("FcDefaultSubstitute", as: type(of: substituteDefaults)),
            let match = symbol("FcFontMatch", as: type(of: match)),
            let getString = symbol("FcPatternGetString", as: type(of: getString)),
            let createProperties = symbol("FcObjectSetCreate", as: type(of: createProperties)),
            let destroyProperties = symbol("FcObjectSetDestroy", as: type(of: destroyProperties)),
            let addProperty = symbol("FcObjectSetAdd", as: type(of: addProperty)),
            let list = symbol("FcFontList", as: type(of: list)),
            let destroySet = symbol("FcFontSetDestroy", as: type(of: destroySet))
        else { return nil }
        self.load = load
        self.destroyConfiguration = destroyConfiguration
        self.parseName = parseName
        self.destroyPattern = destroyPattern
        self.substitute = substitute
        self.substituteDefaults = substituteDefaults
        self.match = match
        self.getString = getString
        self.createProperties = createProperties
        self.destroyProperties = destroyProperties
        self.addProperty = addProperty
        self.list = list
        self.destroySet = destroySet
    }

    func parse(_ name: String) -> OpaquePointer? { name.withCString(parseName) }

    /// `FcFontSet` is `struct { int nfont; int sfont; FcPattern **fonts; }`.
    func fonts(in set: UnsafeMutableRawPointer) -> [OpaquePointer] {
        let count = set.load(as: Int32.self)
        let offset = 2 * MemoryLayout<Int32>.stride
        guard count > 0, let fonts = set.load(fromByteOffset: offset, as: UnsafeRawPointer?.self) else {
            return []
        }
        let stride = MemoryLayout<OpaquePointer?>.stride
        return (0..<Int(count)).compactMap {
            fonts.load(fromByteOffset: $0 * stride, as: OpaquePointer?.self)
        }
    }

    func family(of font: OpaquePointer) -> String? {
        var text: Text?
        guard getString(font, "family", 0, &text) == 0 else { return nil }
        return text.map { String(cString: $0) }
    }
}
