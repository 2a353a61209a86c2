extension GraphFormat {
    /// A reader for an input of this format; nil if the format is only written.
    func makeReader(for input: GraphInput, options: ReadOptions) -> (any GraphFormatReader)? {
        switch self {
        case .nativeYAML, .nativeJSON: nil
        case .csv, .tsv: nil
        case .edgeList: nil
        case .nodeLink: nil
        case .dot: nil
        }
    }
}
