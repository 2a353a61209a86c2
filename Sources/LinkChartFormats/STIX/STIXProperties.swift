internal import LinkChartModel

/// Which properties the types of STIX 2.1 have, and whether a value may be one of them.
struct STIXProperties {
    /// What a property holds.
    enum ValueType: Character {
        case text = "s"
        case timestamp = "t"
        case flag = "b"
        case integer = "i"
        case number = "f"
        case texts = "L"
        case reference = "r"
        case references = "R"
        case killChain = "K"
        case externalReferences = "X"
        case markings = "M"
        case granularMarkings = "G"
        case extensions = "E"
        /// A dictionary or a list whose inside is taken as it is.
        case other = "D"
    }

    private var types: [String: ValueType] = [:]
    private(set) var required: [String] = []

    /// Properties that all domain objects have.
    private static let common =
        "created_by_ref:r created:t modified:t revoked:b labels:L confidence:i lang:s external_references:X "
        + "object_marking_refs:M granular_markings:G extensions:E"

    /// Properties that all observables have.
    private static let commonOfObservables =
        "object_marking_refs:M granular_markings:G defanged:b extensions:E"

    /// A type a line: its name, and its properties with their types; what it must have begins with `!`.
    private static let domainObjects = """
        attack-pattern !name:s description:s aliases:L kill_chain_phases:K
        campaign !name:s description:s aliases:L first_seen:t last_seen:t objective:s
        course-of-action !name:s description:s
        grouping name:s description:s !context:s !object_refs:R
        identity !name:s description:s roles:L identity_class:s sectors:L contact_information:s
        incident !name:s description:s kill_chain_phases:K
        indicator name:s description:s indicator_types:L !pattern:s !pattern_type:s pattern_version:s !valid_from:t \
        valid_until:t kill_chain_phases:K
        infrastructure !name:s description:s infrastructure_types:L aliases:L kill_chain_phases:K first_seen:t last_seen:t
        intrusion-set !name:s description:s aliases:L first_seen:t last_seen:t goals:L resource_level:s \
        primary_motivation:s secondary_motivations:L
        location name:s description:s latitude:f longitude:f precision:f region:s country:s administrative_area:s \
        city:s street_address:s postal_code:s
        malware name:s description:s malware_types:L !is_family:b aliases:L kill_chain_phases:K first_seen:t last_seen:t \
        operating_system_refs:R architecture_execution_envs:L implementation_languages:L capabilities:L sample_refs:R
        malware-analysis !product:s version:s host_vm_ref:r operating_system_ref:r installed_software_refs:R \
        configuration_version:s modules:L analysis_engine_version:s analysis_definition_version:s submitted:t \
        analysis_started:t analysis_ended:t result_name:s result:s analysis_sco_refs:R sample_ref:r
        note abstract:s !content:s authors:L !object_refs:R
        observed-data !first_observed:t !last_observed:t !number_observed:i objects:D object_refs:R
        opinion explanation:s authors:L !opinion:s !object_refs:R
        report !name:s description:s report_types:L !published:t !object_refs:R
        threat-actor !name:s description:s threat_actor_types:L aliases:L first_seen:t last_seen:t roles:L goals:L \
        sophistication:s resource_level:s primary_motivation:s secondary_motivations:L personal_motivations:L
        tool !name:s description:s tool_types:L aliases:L kill_chain_phases:K tool_version:s
        vulnerability !name:s description:s
        relationship !relationship_type:s description:s source_ref:r target_ref:r start_time:t stop_time:t
        sighting description:s first_seen:t last_seen:t count:i sighting_of_ref:r observed_data_refs:R \
        where_sighted_refs:R summary:b
        """

    private static let observables = """
        autonomous-system !number:i name:s rir:s
        domain-name !value:s resolves_to_refs:R
        email-addr !value:s display_name:s belongs_to_ref:r
        ipv4-addr !value:s resolves_to_refs:R belongs_to_refs:R
        ipv6-addr !value:s resolves_to_refs:R belongs_to_refs:R
        mac-addr !value:s
        mutex !name:s
        software !name:s cpe:s swid:s languages:L vendor:s version:s
        url !value:s
        """

    static let table: [String: STIXProperties] = {
        var table: [String: STIXProperties] = [:]
        for (lines, common) in [(domainObjects, common), (observables, commonOfObservables)] {
            for line in lines.split(separator: "\n") {
                let parts = line.split(separator: " ")
                guard let name = parts.first else { continue }
                table[String(name)] = STIXProperties(parts.dropFirst() + common.split(separator: " "))
            }
        }
        return table
    }()

    private init(_ parts: some Sequence<Substring>) {
        for part in parts {
            let isRequired = part.hasPrefix("!")
            let pieces = part.dropFirst(isRequired ? 1 : 0).split(separator: ":")
            guard pieces.count == 2, let code = pieces[1].first else { continue }
            types[String(pieces[0])] = ValueType(rawValue: code)
            if isRequired { required.append(String(pieces[0])) }
        }
    }

    /// What a property holds; nil if the type has none of that name.
    subscript(name: String) -> ValueType? { types[name] }

    // MARK: - Values

    /// Whether a value may stand for a property. Of references only their form is looked at.
    static func accepts(_ value: AttributeValue, as type: ValueType) -> Bool {
        switch (type, value) {
        case (.text, .string), (.flag, .bool), (.integer, .integer): true
        case (.number, .integer), (.number, .number): true
        case (.timestamp, .string(let text)): isTimestamp(text)
        case (.reference, .string(let text)): STIXIdentifier(text)?.isStandard == true
        case (.texts, .list(let values)): !values.isEmpty && values.allSatisfy { $0.string != nil }
        case (.references, .list(let values)):
            !values.isEmpty
                && values.allSatisfy { $0.string.map { STIXIdentifier($0)?.isStandard == true } ?? false }
        case (.markings, .list(let values)):
            !values.isEmpty
                && values.allSatisfy {
                    $0.string.flatMap { STIXIdentifier($0)?.type } == "marking-definition"
                }
        case (.killChain, .list(let values)): !values.isEmpty && values.allSatisfy(isKillChainPhase)
        case (.externalReferences, .list(let values)):
            !values.isEmpty && values.allSatisfy(isExternalReference)
        case (.other, .object(let members)): !members.isEmpty
        // Selectors can only be checked against the whole object; extensions against those who define them.
        case (.granularMarkings, _), (.extensions, _): false
        default: false
        }
    }

    private static func isKillChainPhase(_ value: AttributeValue) -> Bool {
        guard case .object(let members) = value else { return false }
        return members.count == 2 && members["kill_chain_name"]?.string != nil
            && members["phase_name"]?.string != nil
    }

    /// Whether a value is an external reference that names its source and says something of it.
    static func isExternalReference(_ value: AttributeValue) -> Bool {
        guard case .object(let members) = value, members["source_name"]?.string != nil else { return false }
        let known: Set<String> = ["source_name", "description", "url", "external_id"]
        return members.count > 1 && members.allSatisfy { known.contains($0.name) && $0.value.string != nil }
    }

    /// Whether a text is a timestamp of RFC 3339 in UTC.
    static func isTimestamp(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes.last == 0x5A else { return false }
        for (position, expected) in "0000-00-00T00:00:00".utf8.enumerated() {
            let byte = bytes[position]
            if expected == 0x30 ? byte &- 0x30 > 9 : byte != expected { return false }
        }
        let rest = bytes[19..<bytes.count - 1]
        if let first = rest.first,
            first != 0x2E || rest.count < 2 || !rest.dropFirst().allSatisfy({ $0 &- 0x30 < 10 })
        {
            return false
        }
        let number = { (start: Int, length: Int) in
            bytes[start..<start + length].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
        return Day(year: number(0, 4), month: number(5, 2), day: number(8, 2)) != nil && number(0, 4) > 0
            && number(11, 2) < 24 && number(14, 2) < 60 && number(17, 2) < 60
    }

    /// Whether a name may be that of a property that others have defined.
    static func isPropertyName(_ name: String) -> Bool {
        let bytes = name.utf8
        guard bytes.count > 2, bytes.count < 251, let first = bytes.first, first &- 0x61 < 26 else {
            return false
        }
        return bytes.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
    }
}
