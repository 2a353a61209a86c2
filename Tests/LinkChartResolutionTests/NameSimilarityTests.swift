import LinkChartResolution
import Testing

/// Names that are one, and names that are not, as they occur in news, sanctions lists and event data.
@Suite struct NameSimilarityTests {
    private static let spellings: [(String, String, Bool)] = [
        ("Tehrik-e-Taliban Pakistan", "Tehreek-i-Taliban Pakistan", false),
        ("Tehrik-i-Taliban Pakistan", "Tahrik-e Taliban-e Pakistan", false),
        ("Tehrik-e-Taliban Pakistan", "Tehreek-i-Taliban", false),
        ("Tehrik-e-Taliban Pakistan", "تحریک طالبان پاکستان", false),
        ("Jamaat-ul-Ahrar", "Jamaatul Ahrar", false),
        ("Lashkar-e-Taiba", "Lashkar-i-Tayyiba", false),
        ("al-Qaeda", "Al Qaida", false),
        ("al-Qaeda", "Alqaida", false),
        ("al-Qaeda in the Indian Subcontinent", "Al-Qa'ida in the Indian Subcontinent", false),
        ("Hezbollah", "Hizbullah", false),
        ("Hezbollah", "Hizb Allah", false),
        ("Hezbollah", "حزب الله", false),
        ("Boko Haram", "Bokoharam", false),
        ("Ansar al-Sharia", "Ansar ash-Sharia", false),
        ("Islamic State - Khorasan Province", "Islamic State Khurasan Province", false),
        ("UN Monitoring Team", "United Nations Monitoring Team", false),
        ("Gazprom PJSC", "OAO Gazprom", false),
        ("Газпром", "Gazprom", false),
        ("Россия", "Rossiya", false),
        ("Muhammad Omar", "Mohammed Omar", true),
        ("Mohammad Omar", "محمد عمر", true),
        ("Mullah Muhammad Omar", "Mohammad Umar", true),
        ("Maulana Masood Azhar", "Masud Azhar", true),
        ("Haji Bashir Noorzai", "Bashir Nurzai", true),
        ("Dr. Ayman al-Zawahiri", "Ayman az-Zawahri", true),
        ("Ayman al-Ẓawāhirī", "Aiman Zawahiri", true),
        ("Usama bin Ladin", "Osama bin Laden", true),
        ("Hibatullah Akhundzada", "Haibatullah Akhundzada", true),
        ("Sirajuddin Haqqani", "Siraj al-Din Haqqani", true),
        ("Sirajuddin Haqqani", "سراج الدین حقانی", true),
        ("Abdul Rahman Khalil", "Abdurrahman Khalil", true),
        ("Abdul Rahman Khalil", "Abd al-Rahman Khalil", true),
        ("Abdulrahman Khalil", "عبد الرحمن خليل", true),
        ("Sergei Shoigu", "Сергей Шойгу", true),
        ("Sergey Shoygu", "Sergei Kuzhugetovich Shoigu", true),
        ("Nikita Khrushchev", "Никита Хрущёв", true),
        ("Volodymyr Zelenskyy", "Володимир Зеленський", true),
        ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης", true),
        ("Binyamin Netanyahu", "בנימין נתניהו", true),
        ("Narendra Modi", "नरेंद्र मोदी", true),
        ("Muammar Gaddafi", "Muammar al-Qadhafi", true),
        ("John Smith", "J. Smith", true),
        ("Akash Patel", "Patel, Akash", true),
        ("José María Aznar", "Jose Maria Aznar", true),
    ]

    @Test(arguments: spellings)
    func spellingsOfOneNameMeet(first: String, second: String, isPersonal: Bool) {
        let score = nameSimilarity(first, second, isPersonal: isPersonal)
        #expect(score >= 0.75, "\(first) | \(second): \(score)")
        #expect(nameSimilarity(second, first, isPersonal: isPersonal) == score)
    }

    private static let others: [(String, String, Bool)] = [
        ("Taliban", "Tehrik-e-Taliban Pakistan", false),
        ("Taliban", "Tehreek-i-Taliban", false),
        ("Taliban", "Taliban factions", false),
        ("Taliban", "anti-Taliban militia", false),
        ("al-Qaeda", "al-Qaeda in the Arabian Peninsula", false),
        ("Islamic State", "Islamic State Khorasan Province", false),
        ("Niger", "Nigeria", false), ("Iran", "Iraq", false), ("Mali", "Malawi", false),
        ("Syria", "Serbia", false), ("Austria", "Australia", false), ("Slovakia", "Slovenia", false),
        ("South Korea", "North Korea", false), ("South Sudan", "Sudan", false),
        ("Embassy of Russia in Kabul", "Embassy of China in Kabul", false),
        ("Ministry of Defence", "Ministry of Interior", false),
        ("National Resistance Front", "National Liberation Front", false),
        ("Unit 8200", "Unit 8201", false), ("M23", "M24", false),
        ("Resolution 1267", "Resolution 1988", false),
        ("Military Forces of Pakistan (2018-2022)", "Military Forces of Pakistan (2022-)", false),
        ("Hassan Khan", "Hussein Khan", true),
        ("Mahmud Khan", "Muhammad Khan", true),
        ("Abdul Rahman", "Abdul Rahim", true),
        ("Abdul Rahman Khalil", "Abdul Rashid Khalil", true),
        ("Ali Khan", "Imran Khan", true),
        ("Elizabeth I", "Elizabeth II", true),
        ("Mullah Omar", "Mullah Baradar", true),
        ("Prime Minister Sharif", "Deputy Prime Minister Dar", true),
        ("中国", "中国人民", false), ("日本", "中国", false),
        ("John Smith", "P. Smith", true),
    ]

    @Test(arguments: others)
    func otherNamesStayApart(first: String, second: String, isPersonal: Bool) {
        let score = nameSimilarity(first, second, isPersonal: isPersonal)
        #expect(score < 0.75, "\(first) | \(second): \(score)")
        #expect(nameSimilarity(second, first, isPersonal: isPersonal) == score)
    }

    @Test func theTalibanAreFarFromTheirPakistaniNamesake() {
        #expect(nameSimilarity("Taliban", "Tehrik-e-Taliban Pakistan") < 0.5)
        #expect(nameSimilarity("Taliban", "Tehreek-i-Taliban") <= 0.5)
    }

    @Test func namesAreTakenApart() {
        #expect(NameKey("Tehreek-i-Taliban").words.map(\.text) == ["tihrik", "taliban"])
        #expect(NameKey("Maulana Masood Azhar", isPersonal: true).words.map(\.text) == ["masud", "ajar"])
        #expect(NameKey("General Motors").words.map(\.text) == ["giniral", "muturs"])
        #expect(NameKey("Mullah", isPersonal: true).words.map(\.text) == ["mula"])
        #expect(NameKey("Russia's Security Council").words.map(\.text) == ["rusia", "sikuriti", "kunsil"])
        #expect(NameKey("T.T.P.").acronym == "ttp")
        #expect(NameKey("ISKP").acronym == "iskp")
        #expect(NameKey("ФСБ").acronym == "fsb")
        #expect(NameKey("JuA").acronym == "jua")
        #expect(NameKey("Taliban").acronym == nil)
        #expect(NameKey("M23").numbers == ["23"])
        #expect(NameKey("Elizabeth II").numbers == ["2"])
        #expect(NameKey("").words.isEmpty)
        #expect(NameKey("!?").words.isEmpty)
    }

    @Test func similarityIsOneForItselfAndNeverMore() {
        for (first, second, isPersonal) in Self.spellings + Self.others {
            #expect(nameSimilarity(first, first, isPersonal: isPersonal) == 1)
            #expect((0...1).contains(nameSimilarity(first, second, isPersonal: isPersonal)))
        }
    }
}
