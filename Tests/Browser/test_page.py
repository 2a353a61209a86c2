#!/usr/bin/env python3
"""Drives the interactive page as a reader would and compares what it shows with an oracle.

    test_page.py LINKCHART [--pages FOLDER] [NAME...]

LINKCHART is the built program. Prints a line for each test; the exit status is the number of those that failed.
"""
import datetime
import glob
import inspect
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import xml.etree.ElementTree as XML

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make_graphs
from chromium import CTRL, SHIFT, Chromium, Page
from oracle import Chart, Document, pack

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE_GRAPH = ROOT / "graphs/afghanistan.linkchart.yaml"
SEED = 20261128


class Pages:
    """The pages under test, made by the program and read again by a standard parser."""

    def __init__(self, program, folder):
        self.program, self.folder, self.documents = program, folder, {}

    def render(self, name, graph, *options):
        file = self.folder / f"{name}.html"
        if not file.exists():
            subprocess.run([self.program, "render", graph, "-q", "-o", file, *options], check=True)
        return file

    def article(self):
        return self.render("article", ARTICLE_GRAPH)

    def random(self, nodes, links):
        graph = self.folder / f"random{nodes}.linkchart.json"
        if not graph.exists():
            graph.write_text(json.dumps(make_graphs.make(nodes, links)), encoding="utf-8")
        return self.render(f"random{nodes}", graph)

    def hostile(self):
        return self.random(160, 420)

    def large(self):
        return self.random(2100, 4000)

    def document(self, file):
        if file not in self.documents:
            self.documents[file] = Document(file.read_text(encoding="utf-8"))
        return self.documents[file]

    def chart(self, file):
        return Chart(self.document(file).data)


def counts(page):
    """What the page says is shown: nodes and links; then highlighted ones, if any."""
    numbers = [int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", page.text("#status"))]
    return tuple(numbers[0:3:2]), tuple(numbers[4:6])


# --- The file -------------------------------------------------------------------------------------------------------

def the_file_holds_every_claim(pages):
    """Names, links and claims equal those of the graph, read by another parser."""
    for file, graph in ((pages.article(), None), (pages.hostile(), pages.folder / "random160.linkchart.json")):
        if graph is None:
            graph = pages.folder / "article.json"
            subprocess.run([pages.program, "convert", ARTICLE_GRAPH, "--to", "json", graph], check=True)
        wanted, data = json.loads(graph.read_text()), pages.document(file).data
        sources = {source["id"]: source for source in wanted["sources"]}
        names = {node["id"]: node.get("name", node.get("title", node["id"])) for node in wanted["nodes"] + wanted["sources"]}
        assert {node["id"]: node["name"] for node in data["nodes"]} == names
        ids = [node["id"] for node in data["nodes"]]

        def claims(link):
            for claim in link["claims"]:
                source = data["sources"][claim["source"]]
                yield (ids[link["from"]], data["relations"][link["relation"]]["name"], ids[link["to"]],
                       data["claimants"][claim["claimant"]]["name"], data["modalities"][claim["modality"]]["name"],
                       claim.get("confidence"), source["title"], source.get("url", ""), claim.get("locator", ""),
                       claim.get("statement", ""), link.get("date", {}).get("text"))

        def wanted_claims(edge):
            for claim in edge["claims"]:
                source = sources[claim["source"]]
                yield (edge["from"], edge["relation"], edge["to"], names[claim["claimant"]],
                       claim.get("modality", "asserted"), claim.get("confidence"), source["title"],
                       source.get("url", "").strip(), claim.get("locator", ""), claim.get("statement", ""), edge.get("valid"))

        key = lambda row: tuple(map(str, row))
        found = sorted((row for link in data["links"] for row in claims(link)), key=key)
        expected = sorted((row for edge in wanted["edges"] for row in wanted_claims(edge)), key=key)
        # An event's own date dates its links; the graph does not repeat it there.
        for a, b in zip(found, expected):
            assert a[:-1] == b[:-1] and (b[-1] is None or a[-1] == b[-1]), (a, b)
        assert len(found) == len(expected)


def nothing_in_the_file_can_run(pages):
    """One script, one style, both named by the policy; whatever names hold adds no element."""
    for file in (pages.article(), pages.hostile()):
        document = pages.document(file)
        assert document.elements.count("script") == 2 and document.elements.count("style") == 1
        assert not {"img", "iframe", "object", "link", "base", "form"} & set(document.elements), document.elements
        assert not document.handlers, document.handlers
        style, script = document.hashes()
        assert document.policy == (
            f"default-src 'none'; style-src {style}; script-src {script}; img-src data: blob:; "
            "base-uri 'none'; form-action 'none'"), document.policy
        text = file.read_text(encoding="utf-8")
        data = re.search(r'id="data">(.*?)</script>', text, re.S)[1]
        assert "<" not in data and "\u2028" not in data and "\u2029" not in data


def dates_lie_where_calendars_say(pages):
    epoch, data = datetime.date(1970, 1, 1), pages.document(pages.hostile()).data
    dated = [link["date"] for link in data["links"] if "date" in link]
    assert len(dated) > 100
    for date in dated:
        start, end = date["text"].split("/")
        assert date["start"] == (datetime.date.fromisoformat(start) - epoch).days, date
        assert date.get("end") == (None if end == ".." else (datetime.date.fromisoformat(end) - epoch).days), date


def the_same_graph_gives_the_same_file(pages):
    again = pages.folder / "again"
    again.mkdir(exist_ok=True)
    pages.hostile()
    for name, graph, *options in (("article", ARTICLE_GRAPH),
                                  ("ungrouped", pages.folder / "random160.linkchart.json", "--group", "none")):
        file = pages.render(name, graph, *options)
        subprocess.run([pages.program, "render", graph, "-q", "-o", again / file.name, *options], check=True)
        assert (again / file.name).read_bytes() == file.read_bytes(), file


# --- Moving about ---------------------------------------------------------------------------------------------------

def camera_moves(pages, page):
    page.open(pages.article())
    for act, is_right in (
            (lambda: page.wheel(700, 400, -200), lambda a, b: b["scale"] > a["scale"]),
            (lambda: page.wheel(700, 400, 40, CTRL), lambda a, b: b["scale"] < a["scale"]),
            (lambda: page.drag(340, 700, 420, 740), lambda a, b: b["x"] < a["x"] and b["y"] < a["y"]),
            (lambda: (page.focus("#map"), page.key("ArrowRight")), lambda a, b: b["x"] > a["x"]),
            (lambda: page.key("-"), lambda a, b: b["scale"] < a["scale"]),
            (lambda: page.key("+"), lambda a, b: b["scale"] > a["scale"]),
            (lambda: page.click("#zoom-in"), lambda a, b: b["scale"] > a["scale"]),
            (lambda: page.click("#zoom-out"), lambda a, b: b["scale"] < a["scale"])):
        before = page.camera
        act()
        page.settle()
        assert is_right(before, page.camera), (inspect.getsource(is_right), before, page.camera)
    page.click("#fit")
    whole = page.camera
    page.focus("#map")
    page.key("+")
    page.key("0")
    assert abs(page.camera["scale"] / whole["scale"] - 1) < 1e-4
    # The point under the pointer stays where it is.
    x, y = page.node("pakistan")
    page.wheel(x, y, -300)
    page.settle()
    assert max(abs(a - b) for a, b in zip(page.node("pakistan"), (x, y))) < 1


def touch(pages, page):
    page.open(pages.article())
    before = page.camera
    page.touch([(150, 400)], [(190, 430)], [(230, 460)])
    assert page.camera["x"] < before["x"] and page.camera["scale"] == before["scale"]
    before = page.camera
    page.touch([(150, 400), (250, 400)], [(120, 400), (280, 400)], [(90, 400), (310, 400)])
    assert page.camera["scale"] > before["scale"] * 1.5
    page.touch([page.node("taliban")])
    assert "node=taliban" in page.hash and page.is_shown("#details")


# --- Finding --------------------------------------------------------------------------------------------------------

def search(pages, page):
    page.open(pages.article())
    for query, wanted in (("TTP", "Tehrik-i-Taliban Pakistan"), ("moscow", "Russia")):
        page.click("#search")
        page.evaluate("document.querySelector('#search').select()")
        page.write(query)
        page.settle()
        page.key("ArrowDown")
        page.key("ArrowUp")
        page.key("Enter")
        assert page.text("#details h2") == wanted, page.text("#details h2")
    page.evaluate("document.querySelector('#search').select()")
    page.write("no such name")
    page.settle()
    assert "No name or alias" in page.text("#search-list") and "Nothing found" in page.text("#live")


def search_in_any_script(pages, page):
    page.open(pages.hostile())
    for query, wanted in (("كابل", "n7"), ("阿富汗", "n5"), ("sohne", "n15"), ("ИСЛАМСКОЕ", "n6"), ("alias 12", "n12")):
        page.click("#search")
        page.evaluate("document.querySelector('#search').select()")
        page.write(query)
        page.settle()
        page.key("Enter")
        assert page.hash.split("&")[0] == f"node={wanted}", (query, page.hash)


# --- Filters --------------------------------------------------------------------------------------------------------

def filters_by_click(pages, page):
    chart = pages.chart(pages.article())
    total = (len(chart.nodes), len(chart.links))

    def check(**filters):
        nodes, links = chart.shown(**filters)
        assert counts(page)[0] == (len(nodes), len(links)), (filters, page.text("#status"))
        return len(links)

    page.open(pages.article())
    assert counts(page)[0] == total == (77, 136)
    page.click("[data-list=kinds][data-index='0']")
    assert check(hidden={"kinds": {0}}) < 136
    page.click("#chips button")
    assert counts(page)[0] == total
    hostile = {i for i, relation in enumerate(chart.data["relations"])
               if chart.data["families"][relation["family"]]["name"] == "hostile"}
    page.click("[data-family=hostile]")
    shown = check(hidden={"relations": hostile})
    page.click("#open-table")
    assert page.text("#table-section .tally").startswith(f"{shown} of 136 links")
    page.click("#open-table")
    page.click("#reset")
    for name, index in (("modalities", 0), ("claimants", 1)):
        page.click(f"#section-{name} summary")
        page.click(f"[data-list={name}][data-index='{index}']")
        assert check(hidden={name: {index}}) < 136
        page.click("#reset")
    assert counts(page)[0] == total
    page.evaluate("[...document.querySelectorAll('#section-kinds .all button')].at(-1).click()")
    page.settle()
    assert page.is_shown("#empty") and counts(page)[0] == (0, 0)
    page.click("#empty-reset")
    assert counts(page)[0] == total


def confidence_and_time(pages, page):
    chart = pages.chart(pages.hostile())
    page.open(pages.hostile())
    page.click("#section-confidence summary")
    page.focus("#confidence")
    page.key("ArrowRight", count=12)
    assert "confidence=60" in page.hash
    nodes, links = chart.shown(confidence=60)
    assert counts(page)[0] == (len(nodes), len(links))
    page.click("#keep-unrated")
    nodes, links = chart.shown(confidence=60, unrated=False)
    assert counts(page)[0] == (len(nodes), len(links)) and len(links) < len(chart.links)
    page.click("#reset")
    page.click("#section-time summary")
    page.click("#keep-undated")
    page.focus("#time-from")
    page.key("ArrowRight", count=30)
    page.focus("#time-to")
    page.key("ArrowLeft", count=60)
    first, last = re.search(r"time=([\d-]+)/([\d-]+)", page.hash).groups()
    epoch = datetime.date(1970, 1, 1)
    period = [(datetime.date.fromisoformat(day) - epoch).days for day in (first, last)]
    nodes, links = chart.shown(time=period, undated=False)
    assert counts(page)[0] == (len(nodes), len(links)) and 0 < len(links) < len(chart.links)
    text = page.evaluate("document.querySelector('#time-from').getAttribute('aria-valuetext')")
    assert first.startswith(text), (first, text)


def filters_equal_the_oracle(pages, page):
    """Random filters, set by address: what is shown equals what the plainest program finds."""
    chart, rng = pages.chart(pages.hostile()), random.Random(SEED)
    data = chart.data
    names = {"kinds": [k["name"] for k in data["kinds"]], "relations": [r["name"] for r in data["relations"]],
             "claimants": [c["id"] for c in data["claimants"]], "modalities": [m["name"] for m in data["modalities"]]}
    page.open(pages.hostile())
    for trial in range(40):
        hidden = {key: {i for i in range(len(names[key])) if rng.random() < 0.3} for key in names if rng.random() < 0.6}
        confidence, unrated = rng.choice([0, 0, 20, 50, 80]), rng.random() < 0.7
        begin = rng.randrange(14000, 20000)
        period, undated = rng.choice([None, (begin, begin + rng.randrange(2000))]), rng.random() < 0.7
        parts = [f"{key}=!" + ",".join(pack(names[key][i]) for i in sorted(gone)) for key, gone in hidden.items() if gone]
        parts += [f"confidence={confidence}"] * (confidence > 0) + ["unrated=no"] * (not unrated)
        if period:
            parts.append("time=" + "/".join(str(datetime.date(1970, 1, 1) + datetime.timedelta(d)) for d in period))
        parts += ["undated=no"] * (not undated)
        page.evaluate(f"void (location.hash = {json.dumps('&'.join(parts))})")
        page.settle()
        nodes, links = chart.shown(hidden, confidence, unrated, period, undated)
        assert counts(page)[0] == (len(nodes), len(links)), (SEED, trial, parts, page.text("#status"))


# --- Questions ------------------------------------------------------------------------------------------------------

def hover_shows_claims(pages, page):
    page.open(pages.article())
    page.move(*page.node("taliban"))
    page.wait("!document.querySelector('#hover').hidden")
    assert "asserts" in page.text("#hover") and "Article" in page.text("#hover"), page.text("#hover")
    page.move(*page.evaluate("linkChart.middleOf('e94')"))
    page.wait("document.querySelector('#hover').textContent.includes('attacks')")
    page.move(340, 780)
    page.wait("document.querySelector('#hover').hidden")


def neighbourhood_equals_the_oracle(pages, page):
    for file, ids in ((pages.article(), ("ttp", "afghanistan", "china")), (pages.hostile(), ("n3", "n40"))):
        chart = pages.chart(file)
        _, links = chart.shown()
        position = {node["id"]: i for i, node in enumerate(chart.nodes)}
        for name in ids:
            for hops in (1, 2, 3):
                page.open(file, f"node={name}" + (f"&hops={hops}" if hops > 1 else ""))
                nodes, used = chart.around(position[name], hops, links)
                assert counts(page)[1] == (len(nodes), len(used)), (name, hops, page.text("#status"))
                assert page.count(".shapes .marked") == len(nodes)
    page.open(pages.article())
    page.click_at(*page.node("ttp"))
    page.settle()
    assert page.hash.startswith("node=ttp")
    page.click(".segments button:nth-of-type(2)")
    assert "hops=2" in page.hash
    page.focus("#map")
    page.key("Escape")
    assert "node=" not in page.hash and not page.is_shown("#details")


def paths_by_click(pages, page):
    page.open(pages.article())
    page.click_at(*page.node("afghanistan"))
    page.settle()
    page.click_at(*page.node("chinese-citizens"), SHIFT)
    page.settle()
    assert "path=afghanistan..chinese-citizens" in page.hash
    assert "Shortest path: 2 links" in page.text("#path-result"), page.text("#path-result")
    page.click("#path-directed")
    assert "along=yes" in page.hash
    page.click("#path-swap")
    assert "path=chinese-citizens..afghanistan" in page.hash and "No path" in page.text("#path-result")
    page.click("#path-clear")
    assert "path=" not in page.hash
    page.click("#path-from")
    page.write("Kunduz")
    page.settle()
    page.key("Enter")
    page.click("#path-to")
    page.write("Denmark")
    page.settle()
    page.key("Enter")
    assert "path=kunduz..denmark" in page.hash, page.hash


def paths_equal_the_oracle(pages, page):
    """Length, number of ways, and that the steps are links of the graph that lead from end to end."""
    chart, rng = pages.chart(pages.hostile()), random.Random(SEED)
    _, links = chart.shown()
    found = {True: 0, False: 0}
    page.open(pages.hostile())
    for trial in range(40):
        a, b = rng.sample(range(150), 2)
        is_directed, is_wide = rng.random() < 0.5, rng.random() < 0.5
        ends = f"{pack(chart.nodes[a]['id'])}..{pack(chart.nodes[b]['id'])}"
        page.evaluate("void (location.hash = " + json.dumps(
            f"path={ends}" + "&along=yes" * is_directed + "&wide=yes" * is_wide) + ")")
        page.settle()
        wanted, said = chart.distance(a, b, links, is_directed, is_wide), page.text("#path-result")
        found[wanted is not None] += 1
        if wanted is None:
            assert said.startswith("No path"), (SEED, trial, said)
            continue
        length, ways = wanted
        assert said.startswith(f"Shortest path: {length} link"), (SEED, trial, wanted, said[:60])
        several = re.match(r"[^.]*one of ([\d,]+) that short", said)
        assert int(several[1].replace(",", "")) == ways if several else ways == 1, (SEED, trial, wanted, said[:80])
        assert counts(page)[1] == (length + 1, length), (SEED, trial, page.text("#status"))
        assert page.count("#path-result .steps > li") == length
    assert min(found.values()) > 2, found


# --- History and addresses ------------------------------------------------------------------------------------------

def undo_redo_and_addresses(pages, page):
    page.open(pages.article())
    page.click("[data-list=kinds][data-index='3']")
    page.click_at(*page.node("pakistan"))
    page.settle()
    page.wheel(700, 400, -100)
    page.settle()
    full, status = page.hash, page.text("#status")
    page.focus("#map")
    steps = 0
    while not page.evaluate("document.querySelector('#undo').disabled"):
        page.key("z", CTRL)
        steps += 1
        assert steps < 8, "undo does not come to an end"
    assert counts(page)[0] == (77, 136) and steps >= 3
    for _ in range(steps):
        page.key("z", CTRL | SHIFT)
    assert page.hash == full and page.text("#status") == status
    page.open(pages.article(), full)
    assert page.text("#status") == status and page.hash == full
    page.open(pages.article(), "node=nobody&kinds=!Nothing&view=1,NaN,0&time=yesterday&hops=99")
    assert "nobody" in page.text("#notice") and "Nothing" in page.text("#notice") and counts(page)[0] == (77, 136)


def what_the_command_asked_for_comes_first(pages, page):
    page.open(pages.render("focus", ARTICLE_GRAPH, "--focus", "Pakistan", "--hops", "1", "--theme", "dark"))
    assert page.text("#details h2") == "Pakistan" and page.css("--map-canvas") == "#14171b"
    assert "beyond the focus" in page.text("#about")
    assert page.evaluate("getComputedStyle(document.querySelector('#panel')).backgroundColor") == "rgb(25, 29, 34)"
    page.open(pages.render("chains", ARTICLE_GRAPH, "--highlight", "Afghanistan..China", "--theme", "light"))
    assert "path=" in page.text("#address") + page.evaluate("location.href") or page.is_shown("#path-box")
    assert page.text("#path-result").startswith("Shortest path:")
    page.media(prefers_color_scheme="dark")
    page.settle()
    assert page.css("--map-canvas") == "#ffffff"
    page.open(pages.render("mechanism", ARTICLE_GRAPH, "--projection", "mechanism"))
    assert counts(page)[0][1] < 136 and "not established" in page.text("#about")


# --- Taking it along ------------------------------------------------------------------------------------------------

def export(pages, page):
    allowed = {"svg", "g", "path", "rect", "text", "tspan", "title", "desc", "clipPath"}
    for file in (pages.hostile(), pages.article(), pages.large()):
        page.open(file)
        root = XML.fromstring(page.evaluate("linkChart.exportedSvg()"))
        assert {element.tag.split("}")[1] for element in root.iter()} <= allowed
        assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    page.open(pages.article(), "node=ttp")
    text = "".join(XML.fromstring(page.evaluate("linkChart.exportedSvg()")).itertext())
    assert "9 nodes and 11 links highlighted" in text and "Puts the TTP militants among them" in text
    page.click("#open-export")
    page.click("#export-svg")
    page.click("#export-png")
    end = time.monotonic() + 20
    while len(glob.glob(page.downloads + "/*.[sp][vn]g")) < 2 and time.monotonic() < end:
        time.sleep(0.1)
    saved = {pathlib.Path(name).suffix: pathlib.Path(name).read_bytes() for name in glob.glob(page.downloads + "/*.[sp][vn]g")}
    assert saved[".png"][:4] == b"\x89PNG" and len(saved[".png"]) > 30000
    XML.fromstring(saved[".svg"])
    assert page.evaluate("document.querySelector('#address').value").endswith("#" + page.hash)


def themes_and_print(pages, page):
    page.open(pages.article())
    page.media(prefers_color_scheme="dark")
    page.settle()
    assert page.css("--map-canvas") == "#14171b"
    assert page.send("Page.printToPDF")["data"]
    page.media("print")
    page.settle()
    assert not page.is_shown("#tools") and page.is_shown("#table-section table") and page.count("tbody tr") == 136
    assert page.css("--map-canvas") == "#ffffff"
    page.media(forced_colors="active")
    page.settle()
    assert page.css("--map-canvas") == "Canvas"
    page.media(prefers_reduced_motion="reduce")
    page.click("#zoom-in")
    before = page.camera["scale"]
    page.evaluate("document.querySelector('#fit').click()")
    assert page.camera["scale"] != before, "glides although motion is to be reduced"


# --- Keys and screen readers ----------------------------------------------------------------------------------------

def keyboard(pages, page):
    page.open(pages.article())
    page.focus("#map")
    page.key("n")
    first = page.text("#live")
    assert re.search(r"\d+ links? of \d+ shown", first), first
    page.key("n")
    assert page.text("#live") != first
    page.key("N", SHIFT)
    assert page.text("#live") == first
    page.key("Enter")
    assert "node=" in page.hash
    page.key("t")
    assert page.is_shown("#table-section table")
    page.focus("#map")
    page.key("?", SHIFT)
    assert page.is_shown("#keys")
    page.key("Escape")
    assert not page.is_shown("#keys")
    # Every control is reached with the Tab key alone, in a loop without a trap.
    page.open(pages.article())
    seen = []
    for _ in range(140):
        page.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9})
        page.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9})
        at = page.evaluate("(e => e.id || e.dataset.list || e.dataset.family || e.tagName)(document.activeElement)")
        seen.append(at)
        if at == "BODY" and len(seen) > 5:
            break
    for wanted in ("skip", "search", "kinds", "hostile", "map", "fit"):
        assert wanted in seen, (wanted, seen)


def screen_readers(pages, page):
    page.open(pages.article(), "node=ttp")
    page.click("#open-table")
    page.click("#section-time summary")
    page.click("#section-confidence summary")
    roles = {}
    for node in page.tree():
        roles.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
    for role in ("button", "checkbox", "combobox", "slider", "table", "columnheader", "toolbar", "application", "status",
                 "heading", "image", "main", "complementary"):
        assert role in roles, (role, sorted(roles))
    for role in ("button", "checkbox", "combobox", "slider", "image", "application", "table", "complementary"):
        assert all(roles[role]), (role, roles[role])
    assert "Tehrik-i-Taliban Pakistan" in roles["heading"]
    # The table says in words what the picture shows: the links of the neighbourhood.
    assert page.count("tbody tr") == 11 and "11 of 136 links" in page.text("caption")


# --- Everything else ------------------------------------------------------------------------------------------------

def hostile_names_stay_text(pages, page):
    page.open(pages.hostile(), "node=n0")
    assert page.text("#details h2") == "<script>alert(1)</script>"
    assert page.text("#title") == "<script>alert('title')</script> & a graph"
    page.click("#open-table")
    for i in range(16):
        page.open(pages.hostile(), f"node=n{i}")
        for protocol, rel, name in page.evaluate("[...document.querySelectorAll('a')].map(a => [a.protocol, a.rel, a.id])"):
            assert name == "skip" or protocol in ("http:", "https:", "mailto:") and rel == "noopener noreferrer", protocol
    assert page.count("script") == 1 and page.count("img") == 0 and page.count("[onerror]") == 0
    page.open(pages.hostile(), "node=n9")
    assert page.text("#details h2") == "evil name"
    page.open(pages.hostile(), "node=n4")
    assert page.evaluate("getComputedStyle(document.querySelector('#details h2')).direction") == "rtl"


def large_graphs_are_painted(pages, page):
    chart = pages.chart(pages.large())
    page.open(pages.large())
    assert page.count("canvas") == 2 and page.count("#chart") == 0
    assert counts(page)[0] == (len(chart.nodes), len(chart.links))
    page.click_at(*page.node("n7"))
    page.settle()
    page.click("[data-list=kinds][data-index='0']")
    nodes, links = chart.shown(hidden={"kinds": {0}})
    assert counts(page)[0] == (len(nodes), len(links))
    inked = page.evaluate(
        "(c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; "
        "for (let i = 0; i < d.length; i += 4) n += d[i] < 250 || d[i + 1] < 250 || d[i + 2] < 250; return n; })"
        "([...document.querySelectorAll('canvas')].find(c => c.style.visibility === 'visible'))")
    assert inked > 20000, inked


def the_title_is_there_before_the_script(pages, page):
    """Readers see what they wait for: title and panel are painted before the data are read."""
    page.open(pages.large())
    times = page.evaluate(
        "Object.fromEntries([...performance.getEntriesByType('paint'), ...performance.getEntriesByType('mark')]"
        ".map(e => [e.name, e.startTime]))")
    assert times["first-contentful-paint"] < times["linkchart-ready"], times
    assert "linkchart-picture" in times, times


def an_empty_graph_says_so(pages, page):
    graph = pages.folder / "empty.linkchart.yaml"
    graph.write_text("linkchart: 1\ntitle: Nothing\nontology: builtin\nnodes: []\nedges: []\n")
    page.open(pages.render("empty", graph))
    assert page.text("#status").startswith("0 of 0 nodes"), page.text("#status")


FILE_TESTS = [the_file_holds_every_claim, nothing_in_the_file_can_run, dates_lie_where_calendars_say,
              the_same_graph_gives_the_same_file]
BROWSER_TESTS = [
    camera_moves, touch, search, search_in_any_script, filters_by_click, confidence_and_time, filters_equal_the_oracle,
    hover_shows_claims, neighbourhood_equals_the_oracle, paths_by_click, paths_equal_the_oracle, undo_redo_and_addresses,
    what_the_command_asked_for_comes_first, export, themes_and_print, keyboard, screen_readers, hostile_names_stay_text,
    large_graphs_are_painted, the_title_is_there_before_the_script, an_empty_graph_says_so]


def run(test, *arguments):
    start, error = time.monotonic(), None
    page = next((a for a in arguments if isinstance(a, Page)), None)
    try:
        test(*arguments)
        complaints = page.complaints() if page else []
        assert not complaints, complaints[:4]
    except Exception as raised:
        error = "".join(traceback.format_exception(raised)[-2:])[-900:].strip()
    print(f"{'FAIL' if error else 'ok  '} {test.__name__} ({time.monotonic() - start:.1f} s)", flush=True)
    if error:
        print("     " + error.replace("\n", "\n     "), flush=True)
    return error is not None


def main():
    arguments = sys.argv[1:]
    program = str(pathlib.Path(arguments.pop(0)).resolve())
    kept = pathlib.Path(arguments[arguments.index("--pages") + 1]) if "--pages" in arguments else None
    if kept:
        del arguments[arguments.index("--pages"):arguments.index("--pages") + 2]
        kept.mkdir(parents=True, exist_ok=True)
    folder = kept or pathlib.Path(tempfile.mkdtemp(prefix="linkchart-pages-"))
    is_wanted = lambda test: not arguments or test.__name__ in arguments
    failed, pages, browser = 0, Pages(program, folder), Chromium()
    try:
        for test in filter(is_wanted, FILE_TESTS):
            failed += run(test, pages)
        for test in filter(is_wanted, BROWSER_TESTS):
            page = Page(browser, 390, 844, is_touch=True) if test is touch else Page(browser)
            failed += run(test, pages, page)
            page.close()
    finally:
        browser.close()
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
