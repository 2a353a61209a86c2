import LinkChartFormats
import LinkChartModel
import Testing

/// Small inputs of all formats of events and texts.
enum Samples {
    static let ucdp = """
        "id","type_of_violence","dyad_name","side_a_new_id","side_a","side_b_new_id","side_b","gwnoa","gwnob","source_article","source_office","source_date","source_headline","source_original","where_prec","where_coordinates","where_description","adm_1","adm_2","latitude","longitude","geom_wkt","priogrid_gid","country","country_id","region","date_prec","date_start","date_end","best","high","low"
        1,1,"Government of Syria - IS",118,"Government of Syria",234,"IS",652,NA,"x","SOHR;VDC","2013-01-03;2013-01-04","one;two",NA,1,"Rami village","in Rami","Idlib",NA,35.7,36.5,"POINT (36.5 35.7)",181154,"Syria",652,"Middle East",1,2013-01-03,2013-01-03,2,3,1
        2,3,"IS - Civilians",234,"IS",9999,"Civilians",NA,NA,"Reuters 1989",NA,NA,NA,"army",6,"Syria",NA,NA,NA,35,38,"POINT (38 35)",1,"Syria",652,"Middle East",4,2013-02-01,2013-02-28,4,4,4
        3,2,"IS - JaN",234,"IS",235,"JaN",NA,NA,NA,NA,NA,NA,NA,4,"Rami village",NA,"Hama",NA,35.7,36.5,"POLYGON (1)",181154,"Syria",652,"Middle East",2,2013-03-01,2013-03-02,NA,0,0

        """

    static let acled = """
        event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,iso,region,country,admin1,admin2,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp
        AFG1,28 May 2021,2021,1,Battles,Armed clash,Taliban,AQIS; LeT,2,Military Forces of Afghanistan (2004-2021),,1,12,4,Caucasus,Afghanistan,Kabul,Kabul,Kabul,34.5,69.2,1,TOLO News; Pajhwok,National,"A clash, in Kabul",3,1622
        AFG2,2021-06-15,2021,3,Protests,Peaceful protest,Protesters (Afghanistan),,6,,,0,60,4,Caucasus,Afghanistan,Kabul,Kabul,,,,3,TOLO News,National,,0,1623

        """

    static let gtd = """
        eventid,iyear,imonth,iday,approxdate,resolution,country,country_txt,region_txt,provstate,city,latitude,longitude,specificity,vicinity,location,summary,attacktype1_txt,targtype1_txt,corp1,target1,natlty1_txt,gname,gsubname,guncertain1,claimed,nkill,scite1,scite2,dbsource,INT_LOG,INT_ANY,related
        200901010001,2009,1,0,,,4,Afghanistan,South Asia,Kabul,Kabul,34.5,69.2,1,0,Near the gate,It happened,Bombing/Explosion,Private Citizens & Property,,Shoppers,Pakistan,Taliban,Haqqani,1,1,5,"Paper, 2 Jan",Agency,START,-9,-9,"200901010001, 200901010002"
        200901010002,2009,0,0,Early 2009,,4,Afghanistan,South Asia,Unknown,Unknown,,,5,0,,,Armed Assault,Police,Afghan National Police,Patrol,Afghanistan,Unknown,,0,,,,,ISVG,0,1,

        """

    /// A row of GDELT with some of its values; the others are empty.
    static func gdelt(_ values: [String: String], width: Int = 61) -> String {
        var names = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
        for actor in ["Actor1", "Actor2"] {
            names += [
                "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
                "Religion2Code",
                "Type1Code", "Type2Code", "Type3Code",
            ].map { actor + $0 }
        }
        names += [
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
            "NumMentions",
            "NumSources", "NumArticles", "AvgTone",
        ]
        for geo in ["Actor1Geo", "Actor2Geo", "ActionGeo"] {
            let parts =
                width == 61
                ? ["_Type", "_FullName", "_CountryCode", "_ADM1Code", "_ADM2Code"]
                : ["_Type", "_FullName", "_CountryCode", "_ADM1Code"]
            names += (parts + ["_Lat", "_Long", "_FeatureID"]).map { geo + $0 }
        }
        names += ["DATEADDED", "SOURCEURL"]
        return names.prefix(width).map { values[$0] ?? "" }.joined(separator: "\t")
    }

    static let gdeltRow: [String: String] = [
        "GLOBALEVENTID": "410", "SQLDATE": "20150218", "MonthYear": "201502", "Year": "2015",
        "FractionDate": "2015.13",
        "Actor1Code": "AFGINSTAL", "Actor1Name": "TALIBAN", "Actor1CountryCode": "AFG",
        "Actor1KnownGroupCode": "TAL",
        "Actor1Type1Code": "INS", "Actor2Code": "USA", "Actor2Name": "TEXAS", "Actor2CountryCode": "USA",
        "IsRootEvent": "1", "EventCode": "190", "EventBaseCode": "190", "EventRootCode": "19",
        "QuadClass": "4",
        "GoldsteinScale": "-10.0", "NumMentions": "4", "AvgTone": "-3.5", "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Kabul, Kabol, Afghanistan", "ActionGeo_CountryCode": "AF",
        "ActionGeo_ADM1Code": "AF13",
        "ActionGeo_Lat": "34.5167", "ActionGeo_Long": "69.1833", "ActionGeo_FeatureID": "-3378435",
        "Actor1Geo_Type": "4", "Actor1Geo_FullName": "Kabul, Kabol, Afghanistan",
        "Actor1Geo_CountryCode": "AF",
        "Actor1Geo_ADM1Code": "AF13", "Actor1Geo_Lat": "34.5167", "Actor1Geo_Long": "69.1833",
        "Actor1Geo_FeatureID": "-3378435", "DATEADDED": "20150218230000", "SOURCEURL": "http://x.example/a",
    ]

    static func read(_ text: String, _ name: String = "x", _ options: ReadOptions = ReadOptions())
        -> ReadResult
    {
        readGraph(inputs: [GraphInput(name: name, text: text)], options: options)
    }

    /// The edges of a graph in short: `a relation b`.
    static func edges(_ graph: Graph) -> [String] {
        graph.edges.map { "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))" }
    }

    static func node(_ graph: Graph, _ id: String) throws -> Node {
        graph[try #require(graph.node(id: id), "no node \(id) among \(graph.nodes.map(\.id))")]
    }

    static func edge(_ graph: Graph, _ text: String) throws -> Edge {
        try #require(
            graph.edges.first {
                "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))" == text
            },
            "no edge `\(text)` among \(edges(graph))")
    }
}

@Suite struct EventTableTests {
    // MARK: - UCDP

    @Test func oneSidedViolenceOfUCDPHasAPerpetratorAndOtherViolenceDoesNot() throws {
        let result = Samples.read(Samples.ucdp, "ged.csv")
        #expect(result.report.inputs.first?.format == .ucdp)
        let graph = result.graph
        #expect(
            Samples.edges(graph).sorted() == [
                "rami-village@35.7,36.5 locatedIn syria",
                "ucdp-1 occurredIn rami-village@35.7,36.5", "ucdp-1 participant syria",
                "ucdp-1 participant ucdp-actor-234",
                "ucdp-2 occurredIn syria", "ucdp-2 perpetratedBy ucdp-actor-234",
                "ucdp-2 victim civilians-in-syria",
                "ucdp-3 occurredIn rami-village@35.7,36.5", "ucdp-3 participant ucdp-actor-234",
                "ucdp-3 participant ucdp-actor-235",
            ])
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
    }

    @Test func incidentsOfUCDPHaveDatesAndFatalitiesByPrecision() throws {
        let graph = Samples.read(Samples.ucdp, "ged.csv").graph
        let first = try Samples.node(graph, "ucdp-1")
        #expect(first.kindName == "Incident" && first.subtype == "stateBased")
        #expect(first.attributes["date"] == "2013-01-03")
        #expect(first.attributes["fatalities"] == ["low": 1, "best": 2, "high": 3])
        #expect(first.attributes["date_prec"] == 1 && first.attributes["geom_wkt"] == nil)
        // What the reports' own columns do not say.
        #expect(first.attributes["source_article"] == "x")
        let second = try Samples.node(graph, "ucdp-2")
        #expect(second.attributes["source_article"] == nil)
        // Some day of a whole month is that month.
        #expect(second.attributes["date"] == "2013-02")
        // What has no best estimate keeps the columns that there are.
        let third = try Samples.node(graph, "ucdp-3")
        #expect(third.attributes["fatalities"] == nil && third.attributes["high"] == 0)
        #expect(third.attributes["geom_wkt"] == "POLYGON (1)")
    }

    @Test func aGovernmentOfUCDPIsItsState() throws {
        let graph = Samples.read(Samples.ucdp, "ged.csv").graph
        let syria = try Samples.node(graph, "syria")
        #expect(syria.kindName == "State" && syria.name == "Syria")
        #expect(syria.attributes["iso3"] == "SYR" && syria.attributes["gwno"] == 652)
        let edge = try Samples.edge(graph, "ucdp-1 participant syria")
        #expect(edge.attributes["name"] == "Government of Syria" && edge.attributes["ucdpID"] == 118)
        #expect(try Samples.node(graph, "civilians-in-syria").kindName == "Population")
    }

    @Test func reportsOfUCDPAreClaims() throws {
        let graph = Samples.read(Samples.ucdp, "ged.csv").graph
        let claims = Array(try Samples.edge(graph, "ucdp-1 participant ucdp-actor-234").claims)
        #expect(claims.map(\.via) == [.named("SOHR"), .named("VDC")])
        #expect(claims.map(\.statement) == ["one", "two"])
        #expect(claims.map { $0.date?.description } == ["2013-01-03", "2013-01-04"])
        let old = Array(try Samples.edge(graph, "ucdp-2 occurredIn syria").claims)
        #expect(old.count == 1 && old.first?.source == .named("Reuters 1989"))
        #expect(old.first?.claimant == .named("army"))
    }

    /// What another row says of a place otherwise stays with its event.
    @Test func differingDetailsOfAPlaceAreKept() throws {
        let graph = Samples.read(Samples.ucdp, "ged.csv").graph
        #expect(try Samples.node(graph, "rami-village@35.7,36.5").attributes["adm1"] == "Idlib")
        #expect(
            try Samples.edge(graph, "ucdp-3 occurredIn rami-village@35.7,36.5").attributes["adm1"] == "Hama")
    }

    // MARK: - ACLED

    @Test func actorsOfACLEDAreParticipants() throws {
        let result = Samples.read(Samples.acled, "acled.csv")
        let graph = result.graph
        #expect(result.report.inputs.first?.format == .acled)
        #expect(
            Samples.edges(graph).sorted() == [
                "acled-AFG1 occurredIn kabul@34.5,69.2", "acled-AFG1 participant aqis",
                "acled-AFG1 participant let",
                "acled-AFG1 participant military-forces-of-afghanistan-2004-2021",
                "acled-AFG1 participant taliban",
                "acled-AFG2 occurredIn afghanistan", "acled-AFG2 participant protesters-afghanistan",
                "kabul@34.5,69.2 locatedIn afghanistan",
            ])
        #expect(
            graph.nodes.map { "\($0.id) \($0.kindName)" }.contains("protesters-afghanistan Population"))
        #expect(try Samples.edge(graph, "acled-AFG1 participant let").attributes["role"] == "assoc_actor_1")
        let claims = Array(try Samples.edge(graph, "acled-AFG1 participant taliban").claims)
        #expect(claims.map(\.claimant) == [.named("TOLO News"), .named("Pajhwok")])
        #expect(claims.first?.statement == "A clash, in Kabul")
    }

    @Test func datesOfACLEDAreAsPreciseAsTheySay() throws {
        let graph = Samples.read(Samples.acled, "acled.csv").graph
        let first = try Samples.node(graph, "acled-AFG1")
        #expect(first.attributes["date"] == "2021-05-28" && first.attributes["rawDate"] == "28 May 2021")
        #expect(first.attributes["fatalities"] == ["low": 3, "best": 3, "high": 3])
        #expect(first.attributes["interaction"] == "12")
        #expect(try Samples.node(graph, "acled-AFG2").attributes["date"] == "2021-06")
        let week = Samples.read(Samples.acled.replacing(",2021,1,Battles", with: ",2021,2,Battles"), "a.csv")
            .graph
        #expect(try Samples.node(week, "acled-AFG1").attributes["date"] == "2021-05-28~")
    }

    // MARK: - GTD

    @Test func incidentsOfGTDHaveRoles() throws {
        let result = Samples.read(Samples.gtd, "gtd.csv")
        let graph = result.graph
        #expect(result.report.inputs.first?.format == .gtd)
        #expect(
            Samples.edges(graph).sorted() == [
                "gtd-200901010001 occurredIn kabul@34.5,69.2", "gtd-200901010001 perpetratedBy taliban",
                "gtd-200901010001 responsibilityClaimedBy taliban",
                "gtd-200901010001 victim shoppers-of-pakistan",
                "gtd-200901010002 occurredIn afghanistan", "gtd-200901010002 target patrol-of-afghanistan",
                "kabul@34.5,69.2 locatedIn afghanistan", "shoppers-of-pakistan nationalOf pakistan",
            ])
        let attack = try Samples.edge(graph, "gtd-200901010001 perpetratedBy taliban")
        #expect(attack.attributes["subgroup"] == "Haqqani")
        #expect(attack.claims.map(\.modality) == [.alleged, .alleged])
        #expect(attack.claims.map(\.source) == [.named("Paper, 2 Jan"), .named("Agency")])
        #expect(!attack.standing.isEstablished)
        let first = try Samples.node(graph, "gtd-200901010001")
        #expect(first.attributes["date"] == "2009-01" && first.attributes["INT_LOG"] == -9)
        #expect(first.attributes["fatalities"] == ["low": 5, "best": 5, "high": 5])
        #expect(first.attributes["related"] == "200901010001, 200901010002")
        let second = try Samples.node(graph, "gtd-200901010002")
        #expect(second.attributes["date"] == "2009" && second.attributes["rawDate"] == "Early 2009")
        #expect(second.attributes["fatalities"] == nil && second.attributes["gname"] == "Unknown")
    }

    // MARK: - GDELT

    @Test(arguments: [57, 58, 61])
    func rowsOfGDELTAreRead(width: Int) throws {
        var second = Samples.gdeltRow
        second["GLOBALEVENTID"] = "411"
        second["EventCode"] = "036"
        second["Actor2Name"] = "UNITED STATES"
        second["Actor1Name"] = "THE TALIBAN"
        var third = second
        third["GLOBALEVENTID"] = "412"
        let text = [Samples.gdeltRow, second, third].map { Samples.gdelt($0, width: width) }.joined(
            separator: "\n")
        let result = Samples.read(text, "20150218.export.CSV")
        #expect(GraphFormat.detect(path: "x.csv", firstBytes: text.utf8) == .gdelt)
        #expect(GraphFormat.detect(path: "x.txt", firstBytes: text.utf8) == .gdelt)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        let place = "gdelt-place--3378435"
        #expect(
            Samples.edges(graph).sorted() == [
                "cameo-AFGINSTAL originatesFrom afghanistan", "gdelt-410 occurredIn \(place)",
                "gdelt-410 perpetratedBy cameo-AFGINSTAL", "gdelt-410 target united-states",
                "gdelt-411 occurredIn \(place)", "gdelt-411 participant cameo-AFGINSTAL",
                "gdelt-411 participant united-states",
                "gdelt-412 occurredIn \(place)", "gdelt-412 participant cameo-AFGINSTAL",
                "gdelt-412 participant united-states", "\(place) locatedIn afghanistan",
            ])
        let event = try Samples.node(graph, "gdelt-411")
        #expect(event.attributes["EventCode"] == "036" && event.attributes["date"] == "2015-02-18")
        #expect(event.attributes["EventRootCode"] == "19" && event.attributes["MonthYear"] == nil)
        #expect(event.name == "Intent to cooperate, Kabul, Kabol, Afghanistan, 2015-02-18")
        // The name that most rows have is the actor's, what this row says stays with it.
        #expect(try Samples.node(graph, "cameo-AFGINSTAL").name == "THE TALIBAN")
        let attack = try Samples.edge(graph, "gdelt-410 perpetratedBy cameo-AFGINSTAL")
        #expect(attack.attributes["name"] == "TALIBAN" && attack.attributes["geo"] == "ActionGeo")
        let target = try Samples.edge(graph, "gdelt-410 target united-states")
        #expect(target.attributes["name"] == "TEXAS")
        #expect(target.claims.map(\.source) == (width == 57 ? [] : [.named("http://x.example/a")]))
    }

    @Test func quotesOfGDELTStandForThemselves() throws {
        var row = Samples.gdeltRow
        row["Actor1Name"] = "\"TALIBAN"
        let result = Samples.read(
            Samples.gdelt(row) + "\n" + Samples.gdelt(Samples.gdeltRow).replacing("410", with: "413"),
            "a.export.CSV")
        #expect(result.diagnostics.isEmpty && result.graph.node(id: "gdelt-413") != nil)
    }

    @Test func gdeltWithAHeaderIsRead() throws {
        let text =
            "GLOBALEVENTID,SQLDATE,Actor1Code,Actor2Code,EventCode,SOURCEURL\n7,20200101,FRA,DEU,010,u\n"
        let result = Samples.read(text, "bq.csv")
        #expect(result.report.inputs.first?.format == .gdelt)
        #expect(Samples.edges(result.graph) == ["gdelt-7 participant france", "gdelt-7 participant germany"])
    }

    // MARK: - What is wrong

    @Test func eventsWithoutAnIdentifierAreLeftOut() {
        let result = Samples.read(Samples.acled.replacing("AFG1", with: ""), "a.csv")
        #expect(result.diagnostics.map(\.code) == [.emptyIdentifier])
        #expect(result.diagnostics.first?.line == 2)
        #expect(result.report.inputs.first?.skipped.map(\.count) == [1])
        #expect(result.graph.node(id: "acled-AFG2") != nil)
    }

    @Test func aRepeatedEventIsReportedAndAddsNothing() {
        let rows = Samples.acled.split(separator: "\n")
        let result = Samples.read(
            (rows + [rows[1].replacing("Taliban", with: "Others")[...]]).joined(separator: "\n"), "a.csv")
        #expect(result.diagnostics.map(\.code) == [.duplicateNode])
        #expect(!Samples.edges(result.graph).contains("acled-AFG1 participant others"))
    }

    @Test func wrongNumbersAndDatesAreKept() throws {
        let text = Samples.acled.replacing("clash, in Kabul\",3", with: "clash, in Kabul\",many")
            .replacing("28 May 2021", with: "harvest")
        let result = Samples.read(text, "a.csv")
        #expect(Set(result.diagnostics.map(\.code)) == [.badNumber, .badDate])
        let event = try Samples.node(result.graph, "acled-AFG1")
        #expect(event.attributes["fatalities"] == "many" && event.attributes["rawDate"] == "harvest")
        #expect(event.attributes["date"] == nil && !result.hasErrors)
    }

    @Test func aTableOfOtherColumnsIsRefused() {
        let result = Samples.read("a,b\n1,2\n", "x.csv", ReadOptions(format: .ucdp))
        #expect(result.diagnostics.map(\.code) == [.missingColumn])
        let narrow = Samples.read("1\t2\t3\n", "x.export.CSV")
        #expect(narrow.diagnostics.map(\.code) == [.missingColumn])
    }

    @Test func aColumnMapGoesBeforeWhatIsKnown() {
        let options = ReadOptions(columnMap: ColumnMap([.source: "side_a", .target: "side_b"]))
        let result = Samples.read(Samples.ucdp, "ged.csv", options)
        #expect(result.graph.edges.contains { $0.definition.name == "relatedTo" })
    }

    /// Two files of one data set overlap, and two data sets have a state in common.
    @Test func filesGoTogether() throws {
        let inputs = [
            GraphInput(name: "a.csv", text: Samples.ucdp), GraphInput(name: "b.csv", text: Samples.ucdp),
            GraphInput(name: "c.csv", text: Samples.acled), GraphInput(name: "d.csv", text: Samples.gtd),
        ]
        let result = readGraph(inputs: inputs)
        let once = readGraph(inputs: [inputs[0], inputs[2], inputs[3]])
        #expect(
            result.graph.nodeCount == once.graph.nodeCount && result.graph.edgeCount == once.graph.edgeCount)
        #expect(result.graph.claimCount == once.graph.claimCount)
        #expect(result.graph.nodes.count { $0.name == "Afghanistan" } == 1)
        #expect(!result.hasErrors)
    }
}
