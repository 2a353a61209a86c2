internal import LinkChartModel

/// States and territories by the codes and names that event data know them by.
///
/// GDELT tells places by FIPS 10-4 and actors by codes that for states are those of ISO 3166-1 alpha-3; other data have
/// names. That a state is one node under all of them is no guess: the standards list the codes beside each other.
struct Country: Sendable {
    /// FIPS 10-4.
    var fips: String
    /// ISO 3166-1 alpha-2.
    var iso2: String
    /// ISO 3166-1 alpha-3.
    var iso3: String
    /// The usual English name.
    var name: String

    /// The country of a FIPS 10-4 code.
    static func fips(_ code: String) -> Country? { table.byFIPS[code].map { table.all[$0] } }

    /// The country of an ISO 3166-1 alpha-2 code.
    static func iso2(_ code: String) -> Country? { table.byISO2[code].map { table.all[$0] } }

    /// The country of an ISO 3166-1 alpha-3 code.
    static func iso3(_ code: String) -> Country? { table.byISO3[code].map { table.all[$0] } }

    /// The country of a name, compared without case and accents; a former name in parentheses does not count.
    static func named(_ name: String) -> Country? {
        if let found = table.byName[foldedKey(name)] { return table.all[found] }
        guard let parenthesis = name.firstIndex(of: "("), parenthesis > name.startIndex else { return nil }
        return table.byName[foldedKey(name[..<parenthesis])].map { table.all[$0] }
    }

    private struct Table: Sendable {
        var all: [Country] = []
        var byFIPS: [String: Int] = [:]
        var byISO2: [String: Int] = [:]
        var byISO3: [String: Int] = [:]
        var byName: [String: Int] = [:]
    }

    private static let table: Table = {
        var table = Table()
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
            guard parts.count == 4 else { continue }
            let number = table.all.count
            table.all.append(Country(fips: parts[0], iso2: parts[1], iso3: parts[2], name: parts[3]))
            table.byFIPS[parts[0]] = number
            table.byISO2[parts[1]] = number
            table.byISO3[parts[2]] = number
            table.byName[foldedKey(parts[3])] = number
        }
        for (name, iso3) in otherNames { table.byName[foldedKey(name)] = table.byISO3[iso3] }
        return table
    }()

    /// Names that data use beside the usual ones.
    private static let otherNames = [
        ("United States of America", "USA"), ("Russian Federation", "RUS"), ("Bosnia-Herzegovina", "BIH"),
        ("Czech Republic", "CZE"), ("Swaziland", "SWZ"), ("Macedonia", "MKD"), ("DR Congo", "COD"),
        ("Congo", "COG"), ("Burma", "MMR"), ("East Timor", "TLS"), ("Cote d'Ivoire", "CIV"),
        ("Turkiye", "TUR"),
        ("Palestine", "PSE"), ("Republic of Congo", "COG"), ("Great Britain", "GBR"),
    ]

    /// FIPS 10-4, ISO 3166-1 alpha-2, alpha-3, name.
    private static let lines = """
        AA AW ABW Aruba
        AC AG ATG Antigua and Barbuda
        AE AE ARE United Arab Emirates
        AF AF AFG Afghanistan
        AG DZ DZA Algeria
        AJ AZ AZE Azerbaijan
        AL AL ALB Albania
        AM AM ARM Armenia
        AN AD AND Andorra
        AO AO AGO Angola
        AQ AS ASM American Samoa
        AR AR ARG Argentina
        AS AU AUS Australia
        AU AT AUT Austria
        AV AI AIA Anguilla
        AY AQ ATA Antarctica
        BA BH BHR Bahrain
        BB BB BRB Barbados
        BC BW BWA Botswana
        BD BM BMU Bermuda
        BE BE BEL Belgium
        BF BS BHS Bahamas
        BG BD BGD Bangladesh
        BH BZ BLZ Belize
        BK BA BIH Bosnia and Herzegovina
        BL BO BOL Bolivia
        BM MM MMR Myanmar
        BN BJ BEN Benin
        BO BY BLR Belarus
        BP SB SLB Solomon Islands
        BR BR BRA Brazil
        BT BT BTN Bhutan
        BU BG BGR Bulgaria
        BV BV BVT Bouvet Island
        BX BN BRN Brunei
        BY BI BDI Burundi
        CA CA CAN Canada
        CB KH KHM Cambodia
        CD TD TCD Chad
        CE LK LKA Sri Lanka
        CF CG COG Republic of the Congo
        CG CD COD Democratic Republic of the Congo
        CH CN CHN China
        CI CL CHL Chile
        CJ KY CYM Cayman Islands
        CK CC CCK Cocos Islands
        CM CM CMR Cameroon
        CN KM COM Comoros
        CO CO COL Colombia
        CQ MP MNP Northern Mariana Islands
        CS CR CRI Costa Rica
        CT CF CAF Central African Republic
        CU CU CUB Cuba
        CV CV CPV Cape Verde
        CW CK COK Cook Islands
        CY CY CYP Cyprus
        DA DK DNK Denmark
        DJ DJ DJI Djibouti
        DO DM DMA Dominica
        DR DO DOM Dominican Republic
        EC EC ECU Ecuador
        EG EG EGY Egypt
        EI IE IRL Ireland
        EK GQ GNQ Equatorial Guinea
        EN EE EST Estonia
        ER ER ERI Eritrea
        ES SV SLV El Salvador
        ET ET ETH Ethiopia
        EZ CZ CZE Czechia
        FG GF GUF French Guiana
        FI FI FIN Finland
        FJ FJ FJI Fiji
        FK FK FLK Falkland Islands
        FM FM FSM Micronesia
        FO FO FRO Faroe Islands
        FP PF PYF French Polynesia
        FR FR FRA France
        FS TF ATF French Southern Territories
        GA GM GMB Gambia
        GB GA GAB Gabon
        GG GE GEO Georgia
        GH GH GHA Ghana
        GI GI GIB Gibraltar
        GJ GD GRD Grenada
        GK GG GGY Guernsey
        GL GL GRL Greenland
        GM DE DEU Germany
        GP GP GLP Guadeloupe
        GQ GU GUM Guam
        GR GR GRC Greece
        GT GT GTM Guatemala
        GV GN GIN Guinea
        GY GY GUY Guyana
        HA HT HTI Haiti
        HK HK HKG Hong Kong
        HM HM HMD Heard Island and McDonald Islands
        HO HN HND Honduras
        HR HR HRV Croatia
        HU HU HUN Hungary
        IC IS ISL Iceland
        ID ID IDN Indonesia
        IM IM IMN Isle of Man
        IN IN IND India
        IO IO IOT British Indian Ocean Territory
        IR IR IRN Iran
        IS IL ISR Israel
        IT IT ITA Italy
        IV CI CIV Ivory Coast
        IZ IQ IRQ Iraq
        JA JP JPN Japan
        JE JE JEY Jersey
        JM JM JAM Jamaica
        JO JO JOR Jordan
        KE KE KEN Kenya
        KG KG KGZ Kyrgyzstan
        KN KP PRK North Korea
        KR KI KIR Kiribati
        KS KR KOR South Korea
        KT CX CXR Christmas Island
        KU KW KWT Kuwait
        KV XK XKX Kosovo
        KZ KZ KAZ Kazakhstan
        LA LA LAO Laos
        LE LB LBN Lebanon
        LG LV LVA Latvia
        LH LT LTU Lithuania
        LI LR LBR Liberia
        LO SK SVK Slovakia
        LS LI LIE Liechtenstein
        LT LS LSO Lesotho
        LU LU LUX Luxembourg
        LY LY LBY Libya
        MA MG MDG Madagascar
        MB MQ MTQ Martinique
        MC MO MAC Macao
        MD MD MDA Moldova
        MF YT MYT Mayotte
        MG MN MNG Mongolia
        MH MS MSR Montserrat
        MI MW MWI Malawi
        MJ ME MNE Montenegro
        MK MK MKD North Macedonia
        ML ML MLI Mali
        MN MC MCO Monaco
        MO MA MAR Morocco
        MP MU MUS Mauritius
        MR MR MRT Mauritania
        MT MT MLT Malta
        MU OM OMN Oman
        MV MV MDV Maldives
        MX MX MEX Mexico
        MY MY MYS Malaysia
        MZ MZ MOZ Mozambique
        NC NC NCL New Caledonia
        NE NU NIU Niue
        NF NF NFK Norfolk Island
        NG NE NER Niger
        NH VU VUT Vanuatu
        NI NG NGA Nigeria
        NL NL NLD Netherlands
        NN SX SXM Sint Maarten
        NO NO NOR Norway
        NP NP NPL Nepal
        NR NR NRU Nauru
        NS SR SUR Suriname
        NT AN ANT Netherlands Antilles
        NU NI NIC Nicaragua
        NZ NZ NZL New Zealand
        OD SS SSD South Sudan
        PA PY PRY Paraguay
        PC PN PCN Pitcairn
        PE PE PER Peru
        PK PK PAK Pakistan
        PL PL POL Poland
        PM PA PAN Panama
        PO PT PRT Portugal
        PP PG PNG Papua New Guinea
        PS PW PLW Palau
        PU GW GNB Guinea-Bissau
        QA QA QAT Qatar
        RE RE REU Réunion
        RI RS SRB Serbia
        RM MH MHL Marshall Islands
        RN MF MAF Saint Martin
        RO RO ROU Romania
        RP PH PHL Philippines
        RQ PR PRI Puerto Rico
        RS RU RUS Russia
        RW RW RWA Rwanda
        SA SA SAU Saudi Arabia
        SB PM SPM Saint Pierre and Miquelon
        SC KN KNA Saint Kitts and Nevis
        SE SC SYC Seychelles
        SF ZA ZAF South Africa
        SG SN SEN Senegal
        SH SH SHN Saint Helena
        SI SI SVN Slovenia
        SL SL SLE Sierra Leone
        SM SM SMR San Marino
        SN SG SGP Singapore
        SO SO SOM Somalia
        SP ES ESP Spain
        ST LC LCA Saint Lucia
        SU SD SDN Sudan
        SV SJ SJM Svalbard and Jan Mayen
        SW SE SWE Sweden
        SX GS SGS South Georgia and the South Sandwich Islands
        SY SY SYR Syria
        SZ CH CHE Switzerland
        TB BL BLM Saint Barthélemy
        TD TT TTO Trinidad and Tobago
        TH TH THA Thailand
        TI TJ TJK Tajikistan
        TK TC TCA Turks and Caicos Islands
        TL TK TKL Tokelau
        TN TO TON Tonga
        TO TG TGO Togo
        TP ST STP Sao Tome and Principe
        TS TN TUN Tunisia
        TT TL TLS Timor-Leste
        TU TR TUR Turkey
        TV TV TUV Tuvalu
        TW TW TWN Taiwan
        TX TM TKM Turkmenistan
        TZ TZ TZA Tanzania
        UC CW CUW Curaçao
        UG UG UGA Uganda
        UK GB GBR United Kingdom
        UP UA UKR Ukraine
        US US USA United States
        UV BF BFA Burkina Faso
        UY UY URY Uruguay
        UZ UZ UZB Uzbekistan
        VC VC VCT Saint Vincent and the Grenadines
        VE VE VEN Venezuela
        VI VG VGB British Virgin Islands
        VM VN VNM Vietnam
        VQ VI VIR U.S. Virgin Islands
        VT VA VAT Vatican City
        WA NA NAM Namibia
        WE PS PSE Palestinian Territory
        WF WF WLF Wallis and Futuna
        WI EH ESH Western Sahara
        WS WS WSM Samoa
        WZ SZ SWZ Eswatini
        YI CS SCG Serbia and Montenegro
        YM YE YEM Yemen
        ZA ZM ZMB Zambia
        ZI ZW ZWE Zimbabwe
        """
}
