"""Makes Sources/LinkChartDrawing/Geography/WorldMap+Data.swift: outlines of countries and places of cities.

    python3 -m venv v && v/bin/pip install pyshp shapely pycountry
    v/bin/pip download --no-deps geopandas==0.14.4 && unzip geopandas*.whl 'geopandas/datasets/*'
    v/bin/python Scripts/make_world.py geopandas/datasets

The data are Natural Earth's (https://www.naturalearthdata.com), in the public domain, 1:110 million, version 5.0.1
for cities, as the package geopandas 0.14.4 ships them; codes and names of countries are those of ISO 3166.
Coordinates are rounded to a tenth of a degree; points that coincide then are left out.
"""
import sys
import pycountry
import shapefile
from shapely.geometry import Polygon, shape
from shapely.ops import polylabel

folder = sys.argv[1]
target = sys.argv[2] if len(sys.argv) > 2 else "Sources/LinkChartDrawing/Geography/WorldMap+Data.swift"

# States too small for an outline at this scale stand where their capital does.
SMALL = {
    "Vatican City": "VA", "San Marino": "SM", "Vaduz": "LI", "Palikir": "FM", "Majuro": "MH",
    "Funafuti": "TV", "Melekeok": "PW", "Monaco": "MC", "Tarawa": "KI", "Moroni": "KM", "Andorra": "AD",
    "Roseau": "DM", "Bridgetown": "BB", "Kingstown": "VC", "Castries": "LC", "Basseterre": "KN",
    "Port Louis": "MU", "Saint George's": "GD", "Manama": "BH", "Saint John's": "AG", "Victoria": "SC",
    "São Tomé": "ST", "Apia": "WS", "Valletta": "MT", "Malé": "MV", "Praia": "CV", "Nuku'alofa": "TO",
    "Singapore": "SG", "Hong Kong": "HK",
}
OTHER = {"XKX": ("XK", "Kosovo"), "-99": ("XK", "Kosovo")}
# What the files' encoding lost.
MENDED = {"Chi?in?u": "Chișinău", "?saka": "Ōsaka", "Nur-Sultan": "Astana", "Washington,  D.C.": "Washington, D.C."}


def varint(value):
    """A signed number in characters of six bits, the lowest five first, 32 set where more follow."""
    value = value << 1 if value >= 0 else (-value << 1) - 1
    text = ""
    while True:
        part = value & 31
        value >>= 5
        text += chr(63 + (part | (32 if value else 0)))
        if not value:
            return text


def ring(points):
    quantised = []
    for lon, lat in points:
        point = (round(lon * 10), round(lat * 10))
        if not quantised or quantised[-1] != point:
            quantised.append(point)
    if len(quantised) > 1 and quantised[0] == quantised[-1]:
        quantised.pop()
    if len(quantised) < 3:
        return None
    text, last = "", (0, 0)
    for point in quantised:
        text += varint(point[0] - last[0]) + varint(point[1] - last[1])
        last = point
    return text


def names(iso2, first):
    """Names under which people look for a country."""
    found = [first]
    country = pycountry.countries.get(alpha_2=iso2)
    if country:
        for name in [country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)]:
            if name and name not in found:
                found.append(name)
            # "Iran, Islamic Republic of" is Iran.
            if name and "," in name and name.split(",")[0] not in found and iso2 not in ("KP", "KR", "CD", "CG"):
                found.append(name.split(",")[0])
    return found


lines, points = [], 0
reader = shapefile.Reader(f"{folder}/naturalearth_lowres/naturalearth_lowres.shp")
for record in reader.shapeRecords():
    iso3, name = record.record["iso_a3"], record.record["name"]
    country = pycountry.countries.get(alpha_3=iso3)
    iso2 = country.alpha_2 if country else OTHER.get(iso3, ("", name))[0]
    geometry = shape(record.shape.__geo_interface__)
    parts = list(geometry.geoms) if geometry.geom_type == "MultiPolygon" else [geometry]
    largest = max(parts, key=lambda p: p.area)
    label = polylabel(Polygon(largest.exterior), tolerance=0.05)
    rings = [ring(part.exterior.coords) for part in parts]
    rings += [ring(hole.coords) for part in parts for hole in part.interiors]
    rings = [r for r in rings if r]
    all_names = names(iso2, name)
    lines.append((iso2, iso3 if country else ("XKX" if iso2 == "XK" else ""),
                  "|".join(all_names), f"{label.x:.1f}", f"{label.y:.1f}", " ".join(rings)))
cities = shapefile.Reader(f"{folder}/naturalearth_cities/naturalearth_cities.shp")
places = []
for record in cities.shapeRecords():
    name = record.record["name"]
    (lon, lat) = record.shape.points[0]
    if name in SMALL:
        iso2 = SMALL[name]
        country = pycountry.countries.get(alpha_2=iso2)
        lines.append((iso2, country.alpha_3, "|".join(names(iso2, country.name)), f"{lon:.2f}", f"{lat:.2f}", ""))
    places.append(f"{MENDED.get(name, name)}\t{lon:.2f}\t{lat:.2f}")
lines.sort(key=lambda line: (line[0] or "ZZ", line[2]))
countries = "\n".join("\t".join(line) for line in lines)
with open(target, "w") as out:
    out.write('''// Made by Scripts/make_world.py from Natural Earth's 1:110m countries and populated places, which are in the public
// domain (https://www.naturalearthdata.com/about/terms-of-use/). Borders are as Natural Earth draws them, which is how
// things stand on the ground, and say nothing of whose claim is right.

// swift-format-ignore-file
extension WorldMap {
    /// A line a country: ISO 3166 codes of two and three letters, names, a place well within, rings.
    static let countryTable = #"""
''')
    out.write(countries)
    out.write('\n"""#\n\n    /// A line a city: name, longitude, latitude.\n    static let cityTable = #"""\n')
    out.write("\n".join(sorted(places)))
    out.write('\n"""#\n}\n')
print(len(lines), "countries,", len(places), "cities")
