internal import LinkChartModel

/// What a picture along a time axis shows: one lane a group, what happened to it and between groups, each at its date.
struct Timeline {
    struct Lane {
        /// Position in ``Chart/nodes``.
        var node: Int
        /// When it exists, as far as that is told; the ends fade where nothing says when it began or ended.
        var period: TimePeriod
        var beginsFaded: Bool
        var endsFaded: Bool
        /// The state it is grouped by; nil for none or several.
        var territory: NodeIndex?
    }

    /// Something at a date that stands under a lane.
    struct Event {
        var node: Int
        var period: TimePeriod
        /// Position in ``lanes``.
        var lane: Int
    }

    var chart: Chart
    private(set) var lanes: [Lane] = []
    private(set) var events: [Event] = []
    /// When each link of the chart is drawn, by position.
    private(set) var times: [TimePeriod] = []
    /// What has no place on the axis, in words.
    private(set) var omissions: [String] = []

    /// Chooses what has a date out of a chart in which everything is drawn by itself.
    init(_ whole: Chart, graph: Graph, parts: SelectedParts) {
        chart = whole
        let names = ["Actor", "Organisation", "State"].compactMap { graph.ontology.kind(named: $0) }
        let eventKinds = Set(["Incident", "Campaign"].compactMap { graph.ontology.kind(named: $0) })
        var agents = Set(names)
        for (position, kind) in graph.ontology.kinds.enumerated() where kind.abstract.contains("Agent") {
            let id = KindID(rawValue: UInt8(position))
            if !["Person", "Population"].contains(kind.name) { agents.insert(id) }
        }
        var undated = (links: 0, yearless: 0, events: 0, groups: 0)
        // One line a date: links of a sort that hold at several times are told apart.
        var dated: [(link: ChartLink, period: TimePeriod)] = []
        for link in whole.links {
            var byPeriod: [TimePeriod: [EdgeIndex]] = [:]
            for edge in link.edges {
                guard let date = graph.period(ofEdge: edge) else {
                    undated.links += 1
                    continue
                }
                guard let period = TimePeriod(date) else {
                    undated.yearless += 1
                    continue
                }
                byPeriod[period, default: []].append(edge)
            }
            for (number, entry) in byPeriod.sorted(by: { $0.key.mark < $1.key.mark }).enumerated() {
                var part = link
                part.edges = entry.value
                if number > 0 { part.id += "-\(number + 1)" }
                dated.append((part, entry.key))
            }
        }
        // Events with a place on the axis.
        var eventPeriods: [Int: TimePeriod] = [:]
        for (number, node) in whole.nodes.enumerated() where eventKinds.contains(node.kind) {
            guard let period = Self.period(of: node.members[0], graph) else {
                undated.events += 1
                continue
            }
            eventPeriods[number] = period
        }
        // Groups that something dated concerns.
        var extents: [Int: [TimePeriod]] = [:]
        for (link, period) in dated {
            for end in [link.tail, link.head] where agents.contains(whole.nodes[end].kind) {
                extents[end, default: []].append(period)
            }
        }
        var lives: [Int: EDTFDate] = [:]
        for (number, node) in whole.nodes.enumerated() where agents.contains(node.kind) {
            guard let life = Self.life(of: node.members[0], graph) else { continue }
            lives[number] = life
            if let period = TimePeriod(life) { extents[number, default: []].append(period) }
        }
        undated.groups = whole.nodes.count { agents.contains($0.kind) } - extents.count
        omissions = Self.words(undated)
        select(dated, eventPeriods, extents, lives, graph, agents)
    }

    private static func words(_ undated: (links: Int, yearless: Int, events: Int, groups: Int)) -> [String] {
        func count(_ number: Int, _ one: String, _ many: String) -> String? {
            number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
        }
        return [
            count(undated.links, "link without a date", "links without a date"),
            count(undated.yearless, "link whose year is not told", "links whose year is not told"),
            count(
                undated.events, "incident without a date or year", "incidents without a date or year"),
            count(undated.groups, "group that nothing dated concerns", "groups that nothing dated concerns"),
        ].compactMap { $0 }
    }

    private static func period(of node: NodeIndex, _ graph: Graph) -> TimePeriod? {
        date(graph[node].attributes, from: ["date", "start"], to: ["end"]).flatMap(TimePeriod.init)
    }

    /// When a group was there, by its attributes.
    private static func life(of node: NodeIndex, _ graph: Graph) -> EDTFDate? {
        date(
            graph[node].attributes, from: ["founded", "formed", "start", "date"],
            to: ["dissolved", "disbanded", "end"])
    }

    private static func date(_ attributes: Attributes, from: [String], to: [String]) -> EDTFDate? {
        func read(_ names: [String]) -> EDTFDate? {
            for name in names {
                switch attributes[name] {
                case .string(let text)?: if let date = RecordedDate(normalizing: text).date { return date }
                case .integer(let year)?: if let date = EDTFDate(year: Int(year)) { return date }
                default: continue
                }
            }
            return nil
        }
        guard let start = read(from) else {
            return read(to).flatMap { try? EDTFDate("/\($0)") }
        }
        guard let end = read(to) else { return start }
        return (try? EDTFDate("\(start)/\(end)")) ?? start
    }

    /// Keeps what has a lane or stands under one, and numbers it anew.
    private mutating func select(
        _ dated: [(link: ChartLink, period: TimePeriod)], _ eventPeriods: [Int: TimePeriod],
        _ extents: [Int: [TimePeriod]], _ lives: [Int: EDTFDate], _ graph: Graph, _ agents: Set<KindID>
    ) {
        let whole = chart
        let territories = TerritoryMap(of: graph)
        let groups = extents.keys.sorted()
        // An event stands under the group that did it, else under one that it concerns.
        var host: [Int: (rank: Int, lane: Int)] = [:]
        let lanesOf = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        let ranks = ["perpetratedBy": 0, "responsibilityClaimedBy": 1, "participant": 2, "sourcedFrom": 3]
        for (link, _) in dated {
            for (event, other) in [(link.tail, link.head), (link.head, link.tail)]
            where eventPeriods[event] != nil {
                guard let lane = lanesOf[other] else { continue }
                let rank =
                    link.edges.map { ranks[graph.ontology[graph.relation(of: $0)].name] ?? 9 }.min() ?? 9
                if rank < host[event]?.rank ?? .max { host[event] = (rank, lane) }
            }
        }
        let kept = (groups + eventPeriods.keys.filter { host[$0] != nil }).sorted()
        let lost = eventPeriods.count - (kept.count - groups.count)
        if lost > 0 {
            omissions.append("\(lost) incident\(lost == 1 ? "" : "s") that no group is told to be part of")
        }
        let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        chart.nodes = kept.map { whole.nodes[$0] }
        for number in chart.nodes.indices { chart.nodes[number].box = nil }
        chart.boxes = []
        chart.links = []
        for (link, period) in dated {
            guard let tail = numbers[link.tail], let head = numbers[link.head], tail != head else { continue }
            var link = link
            let oldEnds = (link.tail, link.head)
            (link.tail, link.head) = (tail, head)
            // Where an incident stands says that the lane's group is part of it.
            for (event, other) in [(oldEnds.0, oldEnds.1), (oldEnds.1, oldEnds.0)]
            where host[event] != nil && lanesOf[other] == host[event]?.lane {
                link.words = ""
            }
            chart.links.append(link)
            times.append(period)
        }
        for group in groups {
            guard let node = numbers[group], let periods = extents[group] else { continue }
            let life = lives[group].flatMap(TimePeriod.init)
            var period = TimePeriod(
                from: periods.map(\.latestStart).min() ?? 0, to: periods.map(\.earliestEnd).max() ?? 0)
            period.earliestStart = min(period.latestStart, periods.map(\.earliestStart).min() ?? 0)
            period.latestEnd = max(period.earliestEnd, periods.map(\.latestEnd).max() ?? 0)
            var (beginsFaded, endsFaded) = (true, true)
            // A split is a beginning, a merger an end.
            for (link, time) in dated where link.tail == group || link.head == group {
                for edge in link.edges {
                    let name = graph.ontology[graph.relation(of: edge)].name
                    guard whole.nodes[group].members.contains(graph.source(of: edge)) else { continue }
                    if name == "splitsFrom" {
                        (period.earliestStart, period.latestStart) = (time.earliestStart, time.latestStart)
                        beginsFaded = time.earliestStart < time.latestStart
                    } else if name == "mergesInto" {
                        (period.earliestEnd, period.latestEnd) = (time.latestStart, time.latestStart)
                        endsFaded = false
                    }
                }
            }
            if let life {
                if !life.isOpenStart {
                    (period.earliestStart, period.latestStart) = (life.earliestStart, life.latestStart)
                    beginsFaded = life.earliestStart < life.latestStart - 400
                }
                if lives[group]?.isInterval == true, !life.isOpenEnd {
                    (period.earliestEnd, period.latestEnd) = (life.earliestEnd, life.latestEnd)
                    endsFaded = false
                }
            }
            if period.earliestEnd < period.latestStart { period.earliestEnd = period.latestStart }
            period.latestEnd = max(period.latestEnd, period.earliestEnd)
            let states = territories.states(of: whole.nodes[group].members[0])
            lanes.append(
                Lane(
                    node: node, period: period, beginsFaded: beginsFaded, endsFaded: endsFaded,
                    territory: states.count == 1 ? states[0] : nil))
        }
        for (event, period) in eventPeriods.sorted(by: { $0.key < $1.key }) {
            guard let node = numbers[event], let lane = host[event]?.lane else { continue }
            events.append(Event(node: node, period: period, lane: lane))
        }
    }

    /// Lanes of one territory together, in the order that crosses least.
    func order() -> [Int] {
        var groups: [NodeIndex?: [Int]] = [:]
        var keys: [NodeIndex?] = []
        for (number, lane) in lanes.enumerated() {
            if groups[lane.territory] == nil { keys.append(lane.territory) }
            groups[lane.territory, default: []].append(number)
        }
        let laneOf = Dictionary(uniqueKeysWithValues: lanes.enumerated().map { ($1.node, $0) })
        let eventOf = Dictionary(uniqueKeysWithValues: events.map { ($0.node, $0) })
        var connectors: [LaneOrder.Connector] = []
        for (link, time) in zip(chart.links, times) {
            guard let a = laneOf[link.tail] ?? eventOf[link.tail]?.lane,
                let b = laneOf[link.head] ?? eventOf[link.head]?.lane, a != b
            else { continue }
            let alive = lanes.indices.filter {
                lanes[$0].period.earliestStart <= time.mark && lanes[$0].period.latestEnd >= time.mark
            }
            connectors.append(LaneOrder.Connector(first: a, second: b, alive: Set(alive)))
        }
        return LaneOrder(groups: keys.map { groups[$0] ?? [] }, connectors: connectors).best()
    }
}
