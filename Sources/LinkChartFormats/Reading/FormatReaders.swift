extension GraphFormat {
    /// A reader for an input of this format; nil if the format is only written.
    func makeReader(for input: GraphInput, options: ReadOptions) -> (any GraphFormatReader)? {
        switch self {
        case .nativeYAML, .nativeJSON: NativeReader(input, isYAML: self == .nativeYAML)
        case .csv, .tsv: TableReader(input, prefersTab: self == .tsv, options: options)
        case .edgeList: EdgeListReader(input)
        case .nodeLink: NodeLinkReader(input)
        case .dot: nil
        }
    }
}
