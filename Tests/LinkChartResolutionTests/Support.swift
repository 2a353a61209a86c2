import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit

enum Files {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let article = root.appendingPathComponent("graphs/afghanistan.linkchart.yaml").path
}

/// Graphs of names that are like one another: a few stems, misspelt, shortened, in other scripts, as acronyms.
enum RandomNames {
    private static let stems = [
        "Tehrik", "Taliban", "Pakistan", "Lashkar", "Taiba", "Jaish", "Mohammed", "Khan", "Front", "Army",
        "Liberation", "Balochistan", "Islamic", "State", "Khorasan", "Council", "Hassan", "Hussein", "Omar",
        "Rahman",
        "Abdul", "Haqqani", "Zawahiri", "Ayman", "Harbour", "Northern", "Movement", "Sirajuddin",
    ]
    private static let others = ["طالبان", "پاکستان", "محمد", "Талибан", "Хаккани", "中国", "حقانی", "עומר"]
    private static let particles = ["e", "i", "al", "of", "the", "-", "ul"]

    static func graph(seed: UInt64, nodes: Int) -> Graph {
        var random = SplitMix64(seed: seed)
        var graph = Graph()
        for number in 0..<nodes {
            let aliases = random.chance(0.3) ? [name(&random)] : []
            let id = "n\(number)"
            switch random.below(4) {
            case 0: graph.add(.person(name(&random), id: id, aliases: aliases))
            case 1: graph.add(.organisation(name(&random), id: id, aliases: aliases))
            case 2: graph.add(.entity(name(&random), id: id, aliases: aliases))
            default: graph.add(.actor(name(&random), id: id, aliases: aliases))
            }
        }
        return graph
    }

    private static func name(_ random: inout SplitMix64) -> String {
        if random.chance(0.08) { return random.element(of: ["TTP", "LeT", "BLA", "ISK", "JeM"]) }
        var words: [String] = []
        for _ in 0...random.below(4) {
            if !words.isEmpty, random.chance(0.25) { words.append(random.element(of: particles)) }
            words.append(random.chance(0.1) ? random.element(of: others) : misspelt(&random))
        }
        if random.chance(0.05) { words.append(String(random.below(3))) }
        return words.joined(separator: random.chance(0.2) ? "-" : " ")
    }

    private static func misspelt(_ random: inout SplitMix64) -> String {
        var letters = Array(random.element(of: stems))
        if random.chance(0.05) { return String(letters[0]) + "." }
        guard random.chance(0.4) else { return String(letters) }
        let position = random.below(letters.count)
        switch random.below(4) {
        case 0: letters.remove(at: position)
        case 1: letters.insert(random.element(of: Array("aeioubdgkmnrst")), at: position)
        case 2: letters[position] = random.element(of: Array("aeioubdgkmnrst"))
        default: if position > 0 { letters.swapAt(position, position - 1) }
        }
        return String(letters)
    }
}
