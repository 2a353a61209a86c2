import LinkChartModel
import Testing

@Suite struct EDTFErrorTests {
    @Test(arguments: [
        ("", 0, nil), ("hello", 0, nil), ("20", 2, nil), ("2009-", 5, nil), ("2009-06-", 8, nil),
        ("2009-13", 5, nil), ("2009-13-05", 5, "2009-05-13"), ("2009-14-13", 5, nil), ("2009-00", 5, "2009"),
        ("2009-06-00", 8, "2009-06"), ("2005-00-00", 5, "2005"), ("2009-02-30", 8, "2009-02"),
        ("2009-02-29", 8, "2009-02"), ("2009-06-32", 8, nil), ("2009-6-4", 5, "2009-06-04"),
        ("2009/06/14", 7, "2009-06-14"), ("14.06.2009", 2, "2009-06-14"), ("03/04/2011", 2, nil),
        ("12009", 0, "Y12009"), ("Y2009", 0, "2009"), ("Y-44", 0, "-0044"), ("-0000", 0, "0000"),
        ("199u", 3, "199X"), ("2009-uu", 5, "2009-XX"), ("199x", 3, "199X"), ("2021/open", 5, "2021/.."),
        ("unknown/2004", 0, "/2004"), ("2021/present", 5, "2021/.."), ("2006/2004", 0, "2004/2006"),
        ("/", 0, nil), ("..", 2, nil),
        ("2021/2022/2023", 9, nil), ("[2019", 5, nil), ("[2019;2021]", 5, nil), ("[]", 1, nil),
        ("{2021..2019}", 1, nil),
        ("[2019..,2021]", 7, nil), ("2001-21-05", 7, nil), ("2009-06-14T", 11, nil),
        ("2009-06-14T25:00:00", 13, "2009-06-14"),
        ("2009-06-14T10:61:00", 16, "2009-06-14"), ("2009-06-XXT10:10:10", 10, nil),
        ("2009-06-14 10:00:00", 10, "2009-06-14"),
        ("28 December 2022", 2, "2022-12-28"), ("2009?~", 5, nil), ("Y17E", 4, nil), ("1950S", 5, "195X"),
        ("1950S0", 6, nil),
        ("2009-06-14é", 10, nil), ("Y1234567890123456789012", 20, nil),
    ])
    func errorsSayWhereAndWhatInstead(text: String, position: Int, suggestion: String?) {
        let error = #expect(throws: EDTFError.self) { try EDTFDate(text) }
        #expect(error?.position == position)
        #expect(error?.suggestion == suggestion)
        #expect(error?.expected.isEmpty == false)
    }

    @Test func describesItself() {
        let error = #expect(throws: EDTFError.self) { try EDTFDate("2009-06-00") }
        #expect(error?.description == "expected a day from 01 to 31 at byte 8; did you mean `2009-06`?")
    }
}
