import Foundation
import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("World map")
struct WorldMapTests {
    @Test("Every country has a place, and one within its outline where it has one")
    func labels() throws {
        let map = WorldMap.shared
        #expect(map.countries.count > 200)
        for country in map.countries {
            #expect(!country.names.isEmpty && abs(country.label.latitude) <= 90, "\(country.names)")
            guard !country.rings.isEmpty else { continue }
            // The number of edges east of a point is odd within (Shimrat 1962).
            var crossings = 0
            for ring in country.rings {
                for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
                where (a.latitude > country.label.latitude) != (b.latitude > country.label.latitude) {
                    let share = (country.label.latitude - a.latitude) / (b.latitude - a.latitude)
                    if a.longitude + share * (b.longitude - a.longitude) > country.label.longitude {
                        crossings += 1
                    }
                }
            }
            #expect(crossings % 2 == 1, "\(country.names)")
        }
    }

    @Test("Countries are found by code, name and the names in use")
    func lookUp() throws {
        let map = WorldMap.shared
        for (name, code) in [
            ("AF", "AF"), ("afg", "AF"), ("Afghanistan", "AF"), ("Iran", "IR"),
            ("Islamic Republic of Iran", "IR"),
            ("USA", "US"), ("United States", "US"), ("Russia", "RU"), ("côte d'ivoire", "CI"),
            ("Turkey", "TR"),
            ("North Korea", "KP"), ("South Korea", "KR"), ("Congo-Kinshasa", "CD"), ("Kosovo", "XK"),
            ("Singapore", "SG"), ("Bahrain", "BH"), ("Syria", "SY"), ("UK", "GB"), ("France", "FR"),
            ("Norway", "NO"),
        ] {
            #expect(map.country(named: name).map { map.countries[$0].iso2 } == code, "\(name)")
        }
        #expect(map.country(named: "Hereland") == nil && map.country(named: "") == nil)
        let kabul = try #require(map.city(named: "Kabul"))
        #expect(MapProjection.distance(kabul, .init(longitude: 69.18, latitude: 34.52)) < 0.1)
        #expect(map.city(named: "Washington, DC") != nil && map.city(named: "Nowhere, XX") == nil)
    }

    @Test("Rings that reach over the edge of the map come back at the other side")
    func antimeridian() {
        let ring = [(170.0, 10.0), (-170, 10), (-170, 20), (170, 20)].map {
            WorldMap.Place(longitude: $0.0, latitude: $0.1)
        }
        let window = Rectangle(minX: -180, minY: -90, maxX: 180, maxY: 90)
        let pieces = PolygonClip.pieces(of: ring, within: window)
        #expect(pieces.count == 2)
        for piece in pieces {
            #expect(piece.allSatisfy { abs($0.x) >= 170 && abs($0.x) <= 180 }, "\(piece)")
        }
        let pacific = Rectangle(minX: 0, minY: -90, maxX: 360, maxY: 90)
        #expect(PolygonClip.pieces(of: ring, within: pacific).count == 1)
        // Antarctica runs around the pole and is one piece that reaches it.
        let cap = stride(from: -180.0, to: 180, by: 30).map { WorldMap.Place(longitude: $0, latitude: -70) }
        let polar = PolygonClip.pieces(of: cap, within: window)
        #expect(polar.flatMap { $0 }.contains { $0.y == -90 })
    }

    @Test("A clipped polygon lies within the frame, and has the area that they share")
    func clipping() {
        let frame = Rectangle(minX: 0, minY: 0, maxX: 10, maxY: 10)
        func area(_ points: [GraphLayout.Point]) -> Double {
            var sum = 0.0
            for (index, a) in points.enumerated() {
                let b = points[(index + 1) % points.count]
                sum += (a.x * b.y - b.x * a.y) / 2
            }
            return abs(sum)
        }
        let triangle = [(-5.0, 5.0), (5, -5), (15, 5)].map { GraphLayout.Point(x: $0.0, y: $0.1) }
        let clipped = PolygonClip.clip(triangle, to: frame)
        #expect(clipped.allSatisfy { (0...10).contains($0.x) && (0...10).contains($0.y) })
        #expect(abs(area(clipped) - 50) < 1e-9, "\(area(clipped))")
        #expect(PolygonClip.clip(triangle.map { $0 + GraphLayout.Point(x: 40, y: 0) }, to: frame).isEmpty)
        #expect(PolygonClip.clip([], to: frame).isEmpty)
    }
}
