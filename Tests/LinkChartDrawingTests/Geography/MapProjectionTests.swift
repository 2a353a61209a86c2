import Foundation
import Testing

@testable import LinkChartDrawing

@Suite("Map projections")
struct MapProjectionTests {
    /// What PROJ 9 (pyproj 3.7.2) gives for `+proj=eqearth +R=1 +lon_0=…`: meridian, longitude, latitude, x, y.
    private static let equalEarthRows: [[Double]] = [
        [0, 0, 0, 0.0, 0.0],
        [0, 66.7, 34.3, 0.918572397, 0.672574125],
        [0, -77, 38.9, -1.03317424, 0.755273178],
        [0, 179.9, -16, 2.654923757, -0.321916336],
        [0, -179.9, 65, -1.935869527, 1.15192448],
        [0, 25, -90, 0.222720646, -1.317362759],
        [0, 130, 90, 1.158147357, 1.317362759],
        [0, 180, 45, 2.319708998, 0.860231086],
        [0, 44.24, 43.04, 0.578002295, 0.82714841],
        [0, 106.27, 78.76, 0.995856315, 1.280746383],
        [0, 86.36, 75.17, 0.835881853, 1.254858908],
        [0, -169.56, -6.12, -2.542701253, -0.12385623],
        [0, 159.61, 26.52, 2.278460016, 0.527062725],
        [0, 144.32, -68.85, 1.490758063, -1.195492519],
        [11, 0, 0, -0.165405166, 0.0],
        [11, 66.7, 34.3, 0.767083696, 0.672574125],
        [11, -77, 38.9, -1.18077056, 0.755273178],
        [11, 179.9, -16, 2.49258823, -0.321916336],
        [11, -179.9, 65, 1.819652791, 1.15192448],
        [11, 25, -90, 0.124723562, -1.317362759],
        [11, 130, 90, 1.060150273, 1.317362759],
        [11, 191, 45, -2.319708998, 0.860231086],
        [11, -11.14, -45.11, -0.285098709, -0.862068578],
        [11, 15.75, 13.16, 0.070527172, 0.265367302],
        [11, -175.28, -50.42, 2.147353925, -0.948152728],
        [11, -79.39, 74.11, -0.884031277, 1.246068553],
        [11, 95.66, -60.59, 0.953401823, -1.096185731],
        [11, 106.97, -64.3, 1.040342208, -1.143471838],
        [-150, 0, 0, 2.255524986, 0.0],
        [-150, 66.7, 34.3, -1.973484626, 0.672574125],
        [-150, -77, 38.9, 0.979502851, 0.755273178],
        [-150, 179.9, -16, -0.444209033, -0.321916336],
        [-150, -179.9, 65, -0.321748187, 1.15192448],
        [-150, 25, -90, 1.559044519, -1.317362759],
        [-150, 130, 90, -0.712706066, 1.317362759],
        [-150, 30, 45, 2.319708998, 0.860231086],
        [-150, 42.28, -66.45, -1.777309213, -1.168927784],
        [-150, -179.36, 66.11, -0.312249659, 1.165003286],
        [-150, -104.6, -50.64, 0.560174089, -0.951602184],
        [-150, 173.67, 66.29, -0.385639577, 1.1670858],
        [-150, -75.85, 82.14, 0.677882212, 1.29919644],
        [-150, 14.12, 31.65, 2.290591851, 0.623738647],
    ]

    /// The same for `+proj=laea +R=1 +lon_0=… +lat_0=…`: middle, longitude, latitude, x, y.
    private static let azimuthalRows: [[Double]] = [
        [66.7, 34.3, 66.7, 34.3, -0.0, 0.0],
        [66.7, 34.3, 76.7, 39.3, 0.134832354, 0.094099294],
        [66.7, 34.3, 36.7, 14.299999999999997, -0.506174518, -0.280884399],
        [66.7, 34.3, 116.7, 74.3, 0.225758404, 0.759373825],
        [66.7, 34.3, -3.3, 44.3, -0.752904229, 0.49148543],
        [66.7, 34.3, 70.0, -26.200000000000003, 0.059815886, -1.00699211],
        [0, 90, 0, 90, 0.0, 0.0],
        [0, 90, 10, 90, 0.0, 0.0],
        [0, 90, -30, 70, -0.173648178, -0.300767466],
        [0, 90, 50, 90, 0.0, 0.0],
        [0, 90, -70, 90, 0.0, 0.0],
        [0, 90, 3.3, 29.5, 0.057998518, -1.005877255],
        [178, -18, 178, -18, 0.0, 0.0],
        [178, -18, -172, -13, 0.169959166, 0.082953113],
        [178, -18, 148, -38, -0.410858688, -0.390669272],
        [178, -18, -132, 22, 0.833860076, 0.634485061],
        [178, -18, 108, -8, -1.126335829, -0.03352813],
        [178, -18, -178.7, -78.5, 0.013286824, -1.007772374],
        [-100, 0, -100, 0, 0.0, 0.0],
        [-100, 0, -90, 5, 0.173812342, 0.087571374],
        [-100, 0, -130, -20, -0.493374157, -0.359147015],
        [-100, 0, -50, 40, 0.679328362, 0.744113717],
        [-100, 0, -170, 10, -1.131918458, 0.212396862],
        [-100, 0, -96.7, -60.5, 0.032822963, -1.00782369],
    ]

    @Test("Equal Earth is PROJ's, and back", arguments: equalEarthRows)
    func equalEarth(_ row: [Double]) throws {
        let projection = MapProjection.equalEarth(longitude: row[0])
        let place = WorldMap.Place(longitude: row[1], latitude: row[2])
        let (x, y) = try #require(projection.project(place))
        // The edge of the map is both its left and its right.
        #expect(abs(abs(x) - abs(row[3])) < 1e-7 && abs(y - row[4]) < 1e-7, "\(x), \(y)")
        let back = try #require(projection.place(x: x * (1 - 1e-12), y: y * (1 - 1e-12)))
        #expect(abs(back.latitude - row[2]) < 1e-4)
        if abs(row[2]) < 89.9 {
            #expect(
                abs(MapProjection.turned(back.longitude - row[1])) < 1e-6 || abs(abs(x) - abs(row[3])) < 1e-7)
        }
    }

    @Test("Lambert's azimuthal equal-area projection is PROJ's, and back", arguments: azimuthalRows)
    func azimuthal(_ row: [Double]) throws {
        let projection = MapProjection.azimuthal(longitude: row[0], latitude: row[1])
        let place = WorldMap.Place(longitude: row[2], latitude: row[3])
        let (x, y) = try #require(projection.project(place))
        #expect(abs(x - row[4]) < 1e-8 && abs(y - row[5]) < 1e-8, "\(x), \(y)")
        let back = try #require(projection.place(x: x, y: y))
        #expect(MapProjection.distance(back, place) < 1e-6)
    }

    @Test("What lies opposite of the middle or beyond the edge has no place")
    func beyond() {
        #expect(
            MapProjection.azimuthal(longitude: 0, latitude: 0).project(.init(longitude: 180, latitude: 0))
                == nil)
        #expect(MapProjection.azimuthal(longitude: 0, latitude: 0).place(x: 1.9, y: 1) == nil)
        #expect(MapProjection.equalEarth(longitude: 0).place(x: 2.7, y: 1) == nil)
        #expect(MapProjection.equalEarth(longitude: 0).place(x: 0, y: 1.4) == nil)
    }

    @Test("Areas are kept: a degree by a degree has the same share of the sphere anywhere")
    func areas() throws {
        for projection in [
            MapProjection.equalEarth(longitude: 30), .azimuthal(longitude: 40, latitude: 30),
        ] {
            for (longitude, latitude) in [(10.0, 0.0), (60, 30), (-20, 55), (90, -40)] {
                let corners = try [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { east, north in
                    try #require(
                        projection.project(.init(longitude: longitude + east, latitude: latitude + north)))
                }
                var area = 0.0
                for (index, a) in corners.enumerated() {
                    let b = corners[(index + 1) % 4]
                    area += (a.x * b.y - b.x * a.y) / 2
                }
                let radians = Double.pi / 180
                let exact = radians * (sin((latitude + 1) * radians) - sin(latitude * radians))
                #expect(abs(area / exact - 1) < 2e-4, "\(projection) \(longitude) \(latitude)")
            }
        }
    }

    @Test("Middles and distances on the sphere")
    func sphere() throws {
        let middle = try #require(
            MapProjection.middle(of: [
                .init(longitude: 170, latitude: 0), .init(longitude: -170, latitude: 0),
            ]))
        #expect(abs(abs(middle.longitude) - 180) < 1e-9 && abs(middle.latitude) < 1e-9)
        #expect(
            MapProjection.middle(of: [.init(longitude: 0, latitude: 0), .init(longitude: 180, latitude: 0)])
                == nil)
        #expect(MapProjection.middle(of: []) == nil)
        #expect(
            abs(
                MapProjection.distance(.init(longitude: 0, latitude: 0), .init(longitude: 90, latitude: 0))
                    - 90)
                < 1e-9)
        #expect(MapProjection.turned(190) == -170 && MapProjection.turned(-190) == 170)
        #expect(MapProjection.turned(540) == 180 || MapProjection.turned(540) == -180)
    }
}
