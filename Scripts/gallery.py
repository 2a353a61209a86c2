#!/usr/bin/env python3
"""Makes docs/gallery.md: one picture of each sort, each with the very commands that make it.

Usage: Scripts/gallery.py [--program .build/release/linkchart] [--only NAME...]

All graphs are in the repository or made by Benchmarks/make_drawing_data.py. The commands are run as they are printed,
in a folder of their own beside a link to the repository; what they draw is kept in docs/gallery: an SVG as it is, a PNG
made smaller by Chromium. The pages are opened in Chromium and used as Tests/Browser uses them. Needs Python 3.9,
Chromium and nothing else.
"""
import argparse
import base64
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
import chromium  # noqa: E402

KEPT = ROOT / "docs" / "gallery"
ARTICLE = "graphs/afghanistan.linkchart.yaml"
#: The widest that a bitmap is kept, in pixels.
WIDEST = 1400


class Picture:
    """A picture: what it shows, and the commands that make it, the last of which writes FILE."""

    def __init__(self, name, title, text, *commands):
        self.name, self.title, self.text, self.commands = name, title, text, commands

    @property
    def file(self):
        words = shlex.split(self.commands[-1])
        return words[words.index("-o") + 1]


def kept_name(picture):
    return picture.name + (".svg" if picture.file.endswith(".svg") else ".webp")


def made_up(count):
    return f"python3 Benchmarks/make_drawing_data.py {count} -o {count}.linkchart.json"


SECTIONS = [
    ("Small graphs", [
        Picture("article", "One article", "Boxes are territories, threat runs from left to right, thick lines cross a "
                "border, dashes and arrowheads repeat what colours say.", f"linkchart render {ARTICLE} -o article.svg"),
        Picture("ego", "The surroundings of one actor", "What is at most one link away from Pakistan.",
                f"linkchart render {ARTICLE} -o ego.svg --focus Pakistan --hops 1"),
        Picture("chains", "How threat gets from here to there", "Every shortest chain along which threat or harm "
                "travels from Afghanistan to China; the rest fades.",
                f"linkchart render {ARTICLE} -o chains.svg --highlight Afghanistan..China"),
        Picture("dot", "A drawing by somebody else", "DOT is read through Graphviz's own parser. What has no kind "
                "is an entity, what has no relation of ours is related.", "linkchart render examples/supply.gv -o dot.svg"),
    ]),
    ("Place, time and comparison", [
        Picture("geo", "On the globe", "Nodes stand beside the states they belong to.",
                f"linkchart render {ARTICLE} -o geo.svg --view geo"),
        Picture("timeline", "Along time", "One lane a group: splits, mergers, alliances and rivalries at their dates.",
                "linkchart render examples/fronts.linkchart.yaml -o timeline.svg --view timeline"),
        Picture("multiples", "Panels", "The same layout once for each span of years.",
                "linkchart render examples/fronts.linkchart.yaml -o multiples.svg --multiples year"),
    ]),
    ("Style", [
        Picture("dark", "Dark", "For dark screens; an SVG in the default theme turns dark by itself.",
                f"linkchart render {ARTICLE} -o dark.png --theme dark"),
        Picture("print", "Print", "Black and greys without tinted areas.",
                f"linkchart render {ARTICLE} -o print.png --theme print"),
        Picture("contrast", "High contrast", "Text at 7 to 1, lines at 3 to 1 or better.",
                f"linkchart render {ARTICLE} -o contrast.png --theme contrast"),
        Picture("style", "By rules in a file", "Size by degree, double outlines for brokers, width by claims.",
                f"linkchart render {ARTICLE} -o style.png --style examples/brokers.style.yaml"),
        Picture("icons", "Icons", "Small pictures of what a node is, in SVG.",
                f"linkchart render {ARTICLE} -o icons.svg --icons --focus ISKP --hops 1"),
    ]),
    ("Large graphs", [
        Picture("300", "300 nodes", "Territories as islands; links between two run side by side, each in the colour of "
                "its relation; inner links are texture, the most linked have names.",
                made_up(300), "linkchart render 300.linkchart.json -o 300.png"),
        Picture("3000", "3,000 nodes", "Ribbons stand for all links of a sort from one territory to another, wider for "
                "more.", made_up(3000), "linkchart render 3000.linkchart.json -o 3000.png"),
        Picture("100000", "100,000 nodes", "A map: one shape a territory with its most linked members, the strongest "
                "ribbons between them; what is left out is said.",
                made_up(100000), "linkchart render 100000.linkchart.json -o 100000.png"),
        Picture("100000-ego", "One of 100,000", "The surroundings of one node of the same graph.", made_up(100000),
                "linkchart render 100000.linkchart.json -o 100000-ego.svg --focus 'Actor 28' --hops 1"),
    ]),
]


def neighbourhood(page):
    page.click_at(*page.node("iskp"))
    page.settle()


def path(page):
    page.click_at(*page.node("afghanistan"))
    page.settle()
    page.click_at(*page.node("chinese-citizens"), chromium.SHIFT)
    page.settle()


def search(page):
    page.click("#search")
    page.write("talib")
    page.settle()


def large(page):
    page.wheel(700, 420, -600)
    page.settle()


#: Name, title, text, command, what the reader does, whether the screen is dark.
PAGES = [
    ("page", "As it opens", "Everything is there; filters and the time stand at the side.", ARTICLE, None, False),
    ("page-search", "Search", "Names, aliases and other scripts are found as one types.", ARTICLE, search, False),
    ("page-neighbourhood", "A click shows a neighbourhood", "Every link with who claims it, in which words, where.",
     ARTICLE, neighbourhood, False),
    ("page-path", "Two clicks show a path", "Shift and click on the second node; on a dark screen.", ARTICLE, path, True),
    ("page-3000", "3,000 nodes", "Names come as one comes near.", 3000, large, False),
]


def run(command, folder, program):
    """Runs a command as printed; returns its time in seconds."""
    words = shlex.split(command)
    if words[0] == "linkchart":
        words = [program] + words[1:] + ["--quiet"]
    start = time.monotonic()
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command}: {done.stderr.strip()}")
    return time.monotonic() - start


def size(file):
    """Width and height of a PNG."""
    head = file.read_bytes()[:24]
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def shrink(browser, picture, target, folder):
    """Keeps a bitmap as WebP no wider than WIDEST."""
    width, height = size(picture)
    factor = min(1, WIDEST / width)
    width, height = round(width * factor), round(height * factor)
    wrapper = folder / "wrapper.html"
    wrapper.write_text(f'<!doctype html><body style="margin:0"><img src="{picture.name}" width="{width}" '
                       f'height="{height}" style="display:block">')
    page = chromium.Page(browser, width, height)
    page.send("Page.navigate", {"url": wrapper.as_uri()})
    page.wait("document.images[0] && document.images[0].complete && document.images[0].naturalWidth > 0", 120)
    capture(page, target)
    page.close()


def capture(page, target):
    shot = page.send("Page.captureScreenshot", {"format": "webp", "quality": 88})
    target.write_bytes(base64.b64decode(shot["data"]))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--program", default=str(ROOT / ".build/release/linkchart"))
    options.add_argument("--only", nargs="*", help="make these pictures anew, keep the others")
    given = options.parse_args()
    program = str(pathlib.Path(given.program).resolve())
    if not os.access(program, os.X_OK):
        sys.exit(f"no program {program}: run `make build` first")
    if not chromium.executable():
        sys.exit("Chromium is needed: apt-get install chromium")
    KEPT.mkdir(parents=True, exist_ok=True)
    lines = ["# Gallery", "",
             "Every picture stands above the commands that make it, to be run in the root of the repository with "
             "`linkchart` installed (`make install`); `make gallery` makes them all anew. A bitmap is kept "
             "smaller here than the command makes it.", ""]
    browser = chromium.Chromium()
    made = set()
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for entry in ("graphs", "examples", "Benchmarks"):
                (folder / entry).symlink_to(ROOT / entry)
            for title, pictures in SECTIONS:
                lines += [f"## {title}", ""]
                for picture in pictures:
                    kept = kept_name(picture)
                    if not given.only or picture.name in given.only:
                        for command in picture.commands:
                            if command in made:
                                continue
                            took = run(command, folder, program)
                            if not command.startswith("linkchart"):
                                made.add(command)
                        print(f"{picture.name}: {took:.2f} s", flush=True)
                        if kept.endswith(".svg"):
                            shutil.copy(folder / picture.file, KEPT / kept)
                        else:
                            shrink(browser, folder / picture.file, KEPT / kept, folder)
                    lines += [f"### {picture.title}", "", picture.text, "", f"![{picture.title}](gallery/{kept})", "",
                              "```sh", *picture.commands, "```", ""]
            lines += ["## The page to explore in", ""]
            for name, title, text, graph, act, is_dark in PAGES:
                commands = [] if graph == ARTICLE else [made_up(graph)]
                source = graph if graph == ARTICLE else f"{graph}.linkchart.json"
                commands.append(f"linkchart render {source} -o {'map' if graph == ARTICLE else graph}.html")
                if not given.only or name in given.only:
                    for command in commands:
                        if command not in made:
                            run(command, folder, program)
                            made.add(command)
                    media = {"prefers_color_scheme": "dark"} if is_dark else {}
                    page = chromium.Page(browser, 1280, 800, **media)
                    page.open(folder / shlex.split(commands[-1])[-1])
                    if act:
                        act(page)
                    capture(page, KEPT / f"{name}.webp")
                    page.close()
                    print(name, flush=True)
                lines += [f"### {title}", "", text, "", f"![{title}](gallery/{name}.webp)", "",
                          "```sh", *commands, "```", ""]
    finally:
        browser.close()
    wanted = {kept_name(p) for _, pictures in SECTIONS for p in pictures} | {f"{entry[0]}.webp" for entry in PAGES}
    for file in KEPT.iterdir():
        if file.name not in wanted:
            file.unlink()
    (ROOT / "docs" / "gallery.md").write_text("\n".join(lines).rstrip() + "\n")
    total = sum(file.stat().st_size for file in KEPT.iterdir())
    print(f"docs/gallery.md: {len(wanted)} pictures, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
