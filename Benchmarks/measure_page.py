#!/usr/bin/env python3
"""How soon an interactive page is there, and how smoothly it moves: pages of made-up graphs in headless Chromium.

Usage: python3 Benchmarks/measure_page.py [--linkchart PATH] [--nodes 2000,20000] [--rounds 5]

First paint is the browser's own first-contentful-paint, counted from the beginning of the navigation; the picture is
there when the graph is read and drawn. An empty page is opened in the same way, for what the browser itself takes.
Frames are those that a reader sees while dragging the map; Chromium draws without a graphics card here, so that readers
see no fewer.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

import contenders as c

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "Browser"))
import chromium  # noqa: E402

TIMES = ("Object.fromEntries([...performance.getEntriesByType('paint'), ...performance.getEntriesByType('mark')]"
         ".map(entry => [entry.name, entry.startTime]))")
WATCH = """(() => { window.frames_ = []; let last = performance.now();
  const step = now => { window.frames_.push(now - last); last = now; if (!window.stop_) requestAnimationFrame(step); };
  window.stop_ = false; requestAnimationFrame(step); })()"""


def opened(browser, file):
    """The times of one opening, with nothing kept from others; of a page with a graph also the frames of a drag."""
    page = chromium.Page(browser, width=1400, height=900)
    try:
        if file.stem == "empty":
            page.send("Page.navigate", {"url": file.as_uri()})
            page.wait("performance.getEntriesByName('first-contentful-paint').length > 0")
            return page.evaluate(TIMES)["first-contentful-paint"], None, []
        page.open(file)
        times = page.evaluate(TIMES)
        page.evaluate(WATCH)
        for _ in range(8):
            page.drag(800, 450, 900, 520, steps=10)
            page.drag(900, 520, 800, 450, steps=10)
        frames = page.evaluate("(() => { window.stop_ = true; return window.frames_.slice(2); })()")
        return times["first-contentful-paint"], times["linkchart-picture"], frames
    finally:
        page.close()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--linkchart", default=str(HERE.parent / ".build/release/linkchart"))
    options.add_argument("--nodes", default="2000,20000")
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    print(f"{c.machine()}; {c.first_line([given.linkchart, '--version'])}; "
          f"{c.first_line([chromium.executable(), '--version'])}")
    print(f"Medians of {given.rounds} openings, each with nothing kept from the one before.\n")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title><p>Nothing")
        files = [("an empty page", empty)]
        for count in given.nodes.split(","):
            graph, page = (pathlib.Path(folder) / f"{count}.{ending}" for ending in ("linkchart.json", "html"))
            subprocess.run([sys.executable, str(HERE / "make_drawing_data.py"), count, "-o", str(graph)], check=True)
            subprocess.run([given.linkchart, "render", str(graph), "-o", str(page), "--quiet"], check=True)
            files.append((f"{int(count):,} nodes", page))
        browser = chromium.Chromium()
        for name, file in files:
            seen = [opened(browser, file) for _ in range(given.rounds)]
            paint = statistics.median(one[0] for one in seen)
            row = [name, f"{file.stat().st_size / 1e6:.1f} MB", f"{paint:.0f} ms"]
            if seen[0][1] is None:
                rows.append(row + ["", "", ""])
                continue
            frames = sorted(frame for one in seen for frame in one[2])
            late = frames[len(frames) * 95 // 100]
            rows.append(row + [f"{statistics.median(one[1] for one in seen):.0f} ms",
                               f"{statistics.median(frames):.0f} ms", f"{late:.0f} ms"])
        browser.close()
    print(c.table(["page", "size", "first paint", "picture", "a frame", "19 of 20 frames within"], rows, left=1))


if __name__ == "__main__":
    main()
