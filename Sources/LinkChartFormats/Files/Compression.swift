/// A compressed file, told by its first bytes.
enum Compression: String, CaseIterable {
    case gzip, bzip2, xz, zstd, zip

    /// The command that unpacks it.
    var command: String {
        switch self {
        case .gzip: "gunzip"
        case .bzip2: "bunzip2"
        case .xz: "unxz"
        case .zstd: "unzstd"
        case .zip: "unzip"
        }
    }

    /// What a content is compressed with; nil if it is not, or in another way.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let found = Self.allCases.first { compression in
            let magic = compression.magic
            return bytes.count >= magic.count
                && magic.indices.allSatisfy { magic[$0] == nil || magic[$0] == bytes[$0] }
        }
        guard let found else { return nil }
        self = found
    }

    /// The first bytes; nil for one that may be any.
    private var magic: [UInt8?] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .bzip2: [0x42, 0x5A, 0x68, nil, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        }
    }
}
