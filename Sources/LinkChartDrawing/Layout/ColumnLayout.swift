/// Places territories side by side so that threat travels from left to right.
///
/// A box, and the page as a whole, is a row of columns; a column is a stack of nodes and smaller boxes. Columns
/// follow the links' direction (longest path, as in Sugiyama, Tagawa, Toda 1981), the order within a column is
/// chosen by barycentres and then by swapping neighbours as long as straight lines cross each other and nodes
/// less, and heights follow the linked nodes as far as the order allows (isotonic regression).
///
/// Unlike `dot`, which draws clusters too, it gives long links no room of their own: they run over boxes, around
/// nodes (``LinkRouter``). Pictures become half as large.
struct ColumnLayout {
    let chart: Chart
    let sizes: ChartSizes
    var spacing = ColumnSpacing()
    var blocks: [Block] = []
    /// The block of each node of the chart.
    var blockOf: [Int] = []
    /// The columns of each block, as blocks from top to bottom.
    var columns: [[[Int]]] = []
    /// Whether the root holds parts without links between them, each laid out by itself.
    private(set) var isPacked = false
    /// For each block, the links that pull at what is in it.
    private(set) var strings: [[LinkString]] = []
    /// The blocks, each before those within it.
    private(set) var topDown: [Int] = []

    /// A link as seen by a block around one of its ends or both: which children it pulls at.
    struct LinkString {
        var tail: Int
        var head: Int
        var weight: Double
        /// The child that holds the tail, if the tail is within.
        var tailChild: Int?
        /// The child that holds the head, if the head is within.
        var headChild: Int?
    }

    static let root = 0

    /// Places everything but links and labels.
    ///
    /// - Complexity: O((n + e) log n) for the columns; the swaps end after a fixed number of tries, each
    ///   O(e² + n e).
    ///
    /// - Parameter steps: how many swaps of neighbours may be tried; nil for as many as the chart's size allows.
    init(_ chart: Chart, sizes: ChartSizes, steps: Int? = nil) {
        self.chart = chart
        self.sizes = sizes
        makeBlocks()
        assignColumns()
        for page in topDown where isPage(page) { joinColumns(of: page, aspect: 1.7) }
        orderByBarycentre()
        place()
        settle(rounds: 6)
        improveOrder(steps: steps)
        settle(rounds: 10)
        stretch(aspect: 1.9)
    }

    /// Puts parts without links between them below each other, small ones side by side.
    mutating func pack() {
        let parts = blocks[Self.root].children.enumerated().sorted { a, b in
            let (first, second) = (blocks[a.element].size, blocks[b.element].size)
            return (second.height * second.width, a.offset) < (first.height * first.width, b.offset)
        }.map(\.element)
        guard let main = parts.first else { return }
        let width = max(blocks[main].size.width, 900)
        var cursor = GraphLayout.Point(x: 0, y: 0)
        var shelf = 0.0
        for part in parts {
            let size = blocks[part].size
            if cursor.x > 0, cursor.x + size.width > width {
                cursor = GraphLayout.Point(x: 0, y: cursor.y + shelf + spacing.boxes * 1.4)
                shelf = 0
            }
            blocks[part].origin = cursor
            cursor.x += size.width + spacing.outer * 0.6
            shelf = max(shelf, size.height)
        }
        blocks[Self.root].size = GraphLayout.Size(
            width: parts.map { blocks[$0].origin.x + blocks[$0].size.width }.max() ?? 0,
            height: parts.map { blocks[$0].origin.y + blocks[$0].size.height }.max() ?? 0)
    }

    /// Gives lines and labels more room where the page has some to spare.
    private mutating func stretch(aspect: Double) {
        for _ in 0..<6 {
            let size = blocks[Self.root].size
            guard size.width > aspect * size.height, spacing.nodes < 34 else { return }
            spacing.nodes *= 1.15
            spacing.boxes *= 1.15
            for block in topDown where blocks[block].node == nil { spread(block) }
            settle(rounds: 8)
        }
    }

    private mutating func makeBlocks() {
        blocks = [Block()]
        var ofBox: [Int] = []
        for (number, box) in chart.boxes.enumerated() {
            ofBox.append(blocks.count)
            let parent = box.parent.map { ofBox[$0] } ?? Self.root
            blocks.append(Block(box: number, parent: parent))
            blocks[parent].children.append(blocks.count - 1)
        }
        for (number, node) in chart.nodes.enumerated() {
            let parent = node.box.map { ofBox[$0] } ?? Self.root
            blockOf.append(blocks.count)
            blocks.append(Block(node: number, parent: parent, size: sizes.nodes[number]))
            blocks[parent].children.append(blocks.count - 1)
        }
        separateComponents()
        columns = Array(repeating: [], count: blocks.count)
        topDown = [Self.root]
        var next = 0
        while next < topDown.count {
            topDown += blocks[topDown[next]].children
            next += 1
        }
        tieStrings()
    }

    /// Puts parts that no link joins into blocks of their own.
    private mutating func separateComponents() {
        let outermost = blocks[Self.root].children
        var parents = Array(blocks.indices)
        func find(_ block: Int) -> Int {
            var block = block
            while parents[block] != block { block = parents[block] }
            return block
        }
        for link in chart.links {
            guard let (common, tail, head) = siblings(of: link), common == Self.root else { continue }
            let (a, b) = (find(tail), find(head))
            parents[max(a, b)] = min(a, b)
        }
        let components = Dictionary(grouping: outermost, by: find).sorted { $0.key < $1.key }
        guard components.count > 1 else { return }
        isPacked = true
        blocks[Self.root].children = []
        for (_, members) in components {
            blocks[Self.root].children.append(blocks.count)
            for member in members { blocks[member].parent = blocks.count }
            blocks.append(Block(parent: Self.root, children: members))
        }
    }

    /// Whether a block is a page: columns of boxes without a frame around.
    func isPage(_ block: Int) -> Bool {
        blocks[block].box == nil && blocks[block].node == nil && !(isPacked && block == Self.root)
    }

    private mutating func tieStrings() {
        strings = Array(repeating: [], count: blocks.count)
        for link in chart.links {
            guard let (common, _, _) = siblings(of: link) else { continue }
            let (tail, head) = (blockOf[link.tail], blockOf[link.head])
            let weight = weight(of: link)
            for (end, isTail) in [(tail, true), (head, false)] {
                var child = end
                while let parent = blocks[child].parent, parent != common {
                    strings[parent].append(
                        LinkString(
                            tail: tail, head: head, weight: weight, tailChild: isTail ? child : nil,
                            headChild: isTail ? nil : child))
                    child = parent
                }
            }
            strings[common].append(
                LinkString(
                    tail: tail, head: head, weight: weight, tailChild: child(of: common, around: tail),
                    headChild: child(of: common, around: head)))
        }
    }

    /// The blocks from a node's own up to the root.
    func ancestors(of block: Int) -> [Int] {
        var path = [block]
        while let parent = path.last.flatMap({ blocks[$0].parent }) { path.append(parent) }
        return path
    }

    /// The two siblings within the same parent that hold a link's ends; nil for loops.
    func siblings(of link: ChartLink) -> (parent: Int, tail: Int, head: Int)? {
        let (tail, head) = (ancestors(of: blockOf[link.tail]), ancestors(of: blockOf[link.head]))
        guard tail[0] != head[0] else { return nil }
        var (i, j) = (tail.count - 1, head.count - 1)
        while i > 0, j > 0, tail[i] == head[j] {
            i -= 1
            j -= 1
        }
        // The ends are different leaves, so that their paths part below a common parent.
        return (tail[i + 1], tail[i], head[j])
    }

    // MARK: - Where things are

    /// The frames of all blocks on the page.
    func frames() -> [Rectangle] {
        var frames = [Rectangle](
            repeating: Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0), count: blocks.count)
        for block in topDown {
            let origin =
                blocks[block].parent.map { parent in
                    GraphLayout.Point(
                        x: frames[parent].minX + contentOffset(of: parent).x,
                        y: frames[parent].minY + contentOffset(of: parent).y)
                } ?? GraphLayout.Point(x: 0, y: 0)
            let corner = origin + blocks[block].origin
            frames[block] = Rectangle(
                minX: corner.x, minY: corner.y, maxX: corner.x + blocks[block].size.width,
                maxY: corner.y + blocks[block].size.height)
        }
        return frames
    }

    /// Where a block's content begins within its frame.
    func contentOffset(of block: Int) -> GraphLayout.Point {
        guard blocks[block].box != nil else { return GraphLayout.Point(x: 0, y: 0) }
        return GraphLayout.Point(x: spacing.padding, y: spacing.title)
    }

    /// The page: frames of nodes and boxes, and the boxes' titles.
    func layout() -> ChartLayout {
        let frames = frames()
        var boxes = [Rectangle?](repeating: nil, count: chart.boxes.count)
        var titles = [GraphLayout.Point](repeating: GraphLayout.Point(x: 0, y: 0), count: chart.boxes.count)
        for (number, block) in blocks.enumerated() {
            guard let box = block.box else { continue }
            let frame = frames[number]
            boxes[box] = frame
            titles[box] = GraphLayout.Point(
                x: frame.minX + 9 + sizes.titles[box].width / 2, y: frame.minY + spacing.title / 2 + 1)
        }
        return ChartLayout(
            size: blocks[Self.root].size, nodes: blockOf.map { frames[$0] }, boxes: boxes, titles: titles,
            courses: [], labels: [], legend: nil)
    }
}
