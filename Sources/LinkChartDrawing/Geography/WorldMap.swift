internal import LinkChartModel

/// Outlines of countries and places of cities, for small maps: Natural Earth at 1:110 million, to a tenth of a degree.
struct WorldMap: Sendable {
    /// A place on the globe, in degrees.
    struct Place: Hashable, Sendable {
        var longitude: Double
        var latitude: Double
    }

    struct Country: Sendable {
        /// ISO 3166-1 codes; empty where the standard has none.
        var iso2: String
        var iso3: String
        var names: [String]
        /// A place well within, where its name can stand.
        var label: Place
        /// Coasts, borders and lakes; none of a country too small to have an outline at this scale.
        var rings: [[Place]]
    }

    let countries: [Country]
    private let countryOf: [String: Int]
    private let cities: [String: Place]

    /// Read once; some 30 kB of text.
    static let shared = WorldMap()

    private init() {
        var countries: [Country] = []
        var countryOf: [String: Int] = [:]
        for line in Self.countryTable.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 6, let longitude = Double(fields[3]), let latitude = Double(fields[4])
            else {
                continue
            }
            let country = Country(
                iso2: String(fields[0]), iso3: String(fields[1]),
                names: fields[2].split(separator: "|").map(String.init),
                label: Place(longitude: longitude, latitude: latitude),
                rings: fields[5].split(separator: " ").map { Self.ring($0.utf8) })
            for name in country.names + [country.iso2, country.iso3] where !name.isEmpty {
                let key = foldedKey(name)
                if countryOf[key] == nil { countryOf[key] = countries.count }
            }
            countries.append(country)
        }
        for (name, iso2) in Self.otherNames {
            if let country = countryOf[foldedKey(iso2)] { countryOf[foldedKey(name)] = country }
        }
        self.countries = countries
        self.countryOf = countryOf
        var cities: [String: Place] = [:]
        for line in Self.cityTable.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let longitude = Double(fields[1]), let latitude = Double(fields[2])
            else {
                continue
            }
            cities[foldedKey(String(fields[0]))] = Place(longitude: longitude, latitude: latitude)
        }
        self.cities = cities
    }

    /// Names in use that neither Natural Earth nor ISO 3166 has.
    private static let otherNames = [
        ("United States", "US"), ("USA", "US"), ("America", "US"), ("UK", "GB"), ("Britain", "GB"),
        ("Great Britain", "GB"), ("Russia", "RU"), ("South Korea", "KR"), ("North Korea", "KP"),
        ("Ivory Coast", "CI"), ("DR Congo", "CD"), ("Congo-Kinshasa", "CD"), ("Congo-Brazzaville", "CG"),
        ("Burma", "MM"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Palestine", "PS"), ("Czech Republic", "CZ"),
        ("Macedonia", "MK"), ("Swaziland", "SZ"), ("Cape Verde", "CV"), ("East Timor", "TL"),
        ("Western Sahara", "EH"), ("UAE", "AE"), ("Holland", "NL"), ("Vatican", "VA"), ("Micronesia", "FM"),
    ]

    /// The position in ``countries`` of a code or name, whatever its case and accents.
    func country(named name: String) -> Int? { countryOf[foldedKey(name)] }

    /// A large city or a capital.
    func city(named name: String) -> Place? {
        if let city = cities[foldedKey(name)] { return city }
        // "Washington, DC" is there as "Washington, D.C.", "Kunduz City" is not there at all.
        guard let comma = name.firstIndex(of: ",") else { return nil }
        let short = foldedKey(String(name[..<comma]))
        return short == "washington" ? cities[foldedKey("Washington, D.C.")] : cities[short]
    }

    /// Points as signed steps from one to the next in tenths of a degree, five bits a character, the lowest first.
    private static func ring(_ text: Substring.UTF8View) -> [Place] {
        var places: [Place] = []
        var steps: [Int] = []
        var (value, shift, x, y) = (0, 0, 0, 0)
        for byte in text {
            let bits = Int(byte) - 63
            value |= (bits & 31) << shift
            shift += 5
            guard bits & 32 == 0 else { continue }
            steps.append(value & 1 == 0 ? value >> 1 : -(value + 1) >> 1)
            (value, shift) = (0, 0)
            guard steps.count == 2 else { continue }
            x += steps[0]
            y += steps[1]
            steps = []
            places.append(Place(longitude: Double(x) / 10, latitude: Double(y) / 10))
        }
        return places
    }
}
