/// What is to be known of a format: how its files are named, how they begin, what reads and what writes it.
struct FormatTraits: Sendable {
    /// The endings of file names, the usual one first; without the dot, in small letters.
    var extensions: [String]
    /// What people also call the format.
    var synonyms: [String] = []
    /// Whether a content looks like this format and not like one that is asked later.
    var recognises: @Sendable (_ head: FormatHead) -> Bool = { _ in false }
    /// Whether a file without content is a right one, which says that there is nothing.
    var allowsEmpty = false
    /// The content in UTF-8 and what it was in, where the format has a way to say another encoding and the content says
    /// it, and the place that says so; nil if it is to be taken as it is.
    var transcode:
        (
            @Sendable (_ bytes: UnsafeBufferPointer<UInt8>) -> (
                bytes: [UInt8], encoding: String, range: SourceRange
            )?
        )?
    /// A reader for an input; nil if the format is only written.
    var makeReader: (@Sendable (_ input: GraphInput, _ options: ReadOptions) -> any GraphFormatReader)?
    /// What writes the format to one place; nil if it is only read.
    var makeWriter: (@Sendable () -> any GraphFormatWriter)?
    /// The parts of a graph that it has no place for when it is written.
    var lacks: Set<GraphPart> = []
}
