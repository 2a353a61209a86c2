import LinkChartDrawing
import Testing

@Suite struct FontCatalogueTests {
    @Test func aFamilyThatIsThereMatchesItself() throws {
        let catalogue = try #require(FontCatalogue())
        let families = catalogue.families(language: "en")
        try #require(!families.isEmpty, "no font is installed")
        for family in families.prefix(20) {
            #expect(catalogue.match(family) == family)
        }
    }

    @Test func aFamilyThatIsMissingIsReplaced() throws {
        let catalogue = try #require(FontCatalogue())
        let replacement = try #require(catalogue.match("No Such Font: 7-x_y, \\"))
        #expect(replacement != "No Such Font")
        #expect(catalogue.match("No Such Font, \(replacement)") == replacement)
    }

    @Test func aLanguageNobodySpeaksHasNoFont() throws {
        let catalogue = try #require(FontCatalogue())
        #expect(catalogue.families(language: "xx").isEmpty)
    }
}
