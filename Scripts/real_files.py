#!/usr/bin/env python3
"""Writes docs/real-files.md: what the built program reads of every file of the data folder, beside what the independent
readers whose results lie in Tests/Reference see in it.

    Scripts/real_files.py [--data ../shared/data] [--program .build/release/linkchart] [FILE...]

With files, prints their rows and writes nothing. A format that the program has learnt, and a file that a reference has,
appear by themselves. A folder with more than a hundred files has one row, and one more for each file that is refused or
that the independent reader counts otherwise.
"""
import argparse
import collections
import concurrent.futures
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MANY = 100


def references():
    """What independent readers see, by file: (words, nodes, edges); counts where they mean the same as ours."""
    found = {}
    folder = os.path.join(ROOT, "Tests", "Reference")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "reference.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                add_reference(json.load(file), found)
    return found


def counted(number, noun):
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def add_reference(reference, found):
    readers = ", ".join(reference.get("versions", {})) or "another reader"
    for entry in reference.get("files", []):
        reader = entry.get("reader") or readers.split(", ")[0]
        nodes, edges = entry.get("nodes"), entry.get("edges")
        if "graphs" in entry:
            # Several graphs a file, as `gc` of Graphviz counts each.
            reader, nodes, edges = "gc", *(sum(graph[place] for graph in entry["graphs"]) for place in (0, 1))
        if entry.get("error") or not isinstance(nodes, (int, list)):
            found[entry["file"]] = (f"{reader} fails", None, None)
            continue
        nodes, edges = (len(x) if isinstance(x, list) else x for x in (nodes, edges))
        found[entry["file"]] = (f"{reader} {counted(nodes, 'node')}, {counted(edges, 'edge')}", nodes, edges)
    for file, seen in reference.get("stix", {}).items():
        found[file] = ("python-stix2 " + ", ".join(
            counted(seen[key], noun) for key, noun in (
                ("nodes", "object"), ("relationships", "relationship"), ("sightings", "sighting"),
                ("references", "reference"))), None, None)
    for file, seen in reference.get("ftm", {}).items():
        found[file] = (f"followthemoney {counted(seen['nodes'], 'entity').replace('entitys', 'entities')}, "
                       f"{counted(seen['relationships'], 'edge pair')}, {counted(seen['references'], 'reference')}",
                       None, None)
    for file, seen in reference.get("events", {}).items():
        if isinstance(seen, dict) and "attributes" in seen:
            found[file] = ("PyMISP " + ", ".join(
                counted(seen[key], key[:-1]) for key in ("attributes", "objects", "clusters", "references")), None, None)
    for file, seen in reference.get("clusters", {}).items():
        found[file] = (f"PyMISP {counted(seen['nodes'], 'cluster')}, {counted(seen['relationships'], 'relation')}",
                       None, None)
    for file, seen in reference.get("brat", {}).items():
        letters = sorted(seen["counts"].items())
        words = ", ".join(f"{count:,} {letter}" for letter, count in letters) or "nothing"
        found["re/brat/" + file] = (f"Python: {words}", None, None)
    for file, seen in reference.get("petrarch", {}).items():
        events = sum(len(sentence[-1]) for sentence in seen)
        found["events/petrarch/" + file] = (
            f"ElementTree {counted(len(seen), 'sentence')}, {counted(events, 'event')}", None, None)
    if reference.get("plover"):
        found["events/plover/PLOVER_GSR_CAMEO.txt"] = (f"json {counted(len(reference['plover']), 'record')}", None, None)
    if reference.get("docred"):
        documents = reference["docred"]
        found["re/docred/redocred_dev_revised.json"] = (f"json {counted(len(documents), 'document')}, " + ", ".join(
            counted(sum(document[place] for document in documents), noun)
            for place, noun in ((1, "entity"), (3, "relation"))).replace("entitys", "entities"), None, None)
    if isinstance(reference.get("ucdp"), dict):
        seen = reference["ucdp"]
        events = seen["events"] if isinstance(seen["events"], int) else len(seen["events"])
        found["events/ucdp/ucdpged_1000.csv"] = (f"csv {counted(events, 'event')}", None, None)


def tables(data, found):
    """Rows of tables, as SOURCES.tsv has what Python's csv module reads."""
    with open(os.path.join(data, "SOURCES.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows = re.search(r"rows (\d+)", row.get("parses") or "")
            if rows and row["file"] not in found:
                found[row["file"]] = (f"csv {counted(int(rows[1]), 'row')}, the header included", None, None)


def read(program, data, file):
    """The row of a file: its format and counts, or why it is refused."""
    path = os.path.join(data, file)
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out.linkchart.json")
        command = [program, "build", path, "--format", "json", "-o", output]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return {"file": file, "refused": "not read within five minutes"}
    if run.returncode == 0:
        report = json.loads(run.stdout)
        seen = report["inputs"][0]
        total = lambda name: sum(tally["count"] for tally in seen.get(name, []))
        return {
            "file": file, "format": seen["format"], "nodes": report["nodes"], "edges": report["edges"],
            "claims": report["claims"], "warnings": len(re.findall(r"^warning\[", run.stderr, re.M)),
            "normalised": total("normalised"), "guessed": total("guessed"), "skipped": total("skipped"),
        }
    if run.returncode != 65:
        return {"file": file, "refused": f"exit code {run.returncode}: {run.stderr.strip()[-120:]}"}
    first = next((line for line in run.stderr.splitlines() if line.startswith("error[")), run.stderr.strip()[:160])
    return {"file": file, "refused": first, "written only": "can be written but not read" in first}


def cell(text):
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("`", "'")[:150]


def row(result, found):
    words = found.get(result["file"], ("", None, None))[0]
    numbers = " | ".join(
        f"{result[name]:,}" for name in ("nodes", "edges", "claims", "warnings", "normalised", "guessed", "skipped"))
    return f"| `{result['file']}` | {result['format']} | {numbers} | {words} |"


def differs(result, found):
    _, nodes, edges = found.get(result["file"], ("", None, None))
    return nodes is not None and (nodes, edges) != (result["nodes"], result["edges"])


def page(results, found, data):
    lines = [
        "# What is read of the real files", "",
        "Every file of the data folder that this project is developed with (its `SOURCES.tsv` says where each comes "
        "from), as `linkchart build FILE` read it, and what an independent reader sees in it. Nodes and edges differ "
        "where a format has more to say than nodes and links: documents and references become nodes and edges here, "
        "several mentions of one thing one node. The tests hold counts and attributes against the same readers "
        "(`Tests/Reference`). Made by `make real-files`.", "",
        "| file | format | nodes | edges | claims | warnings | normalised | guessed | skipped | independent reader |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    folders = collections.defaultdict(list)
    written = [result["file"] for result in results if result.get("written only")]
    for result in results:
        if result.get("written only"):
            continue
        folders[os.path.dirname(result["file"])].append(result)
    refused = []
    for folder, members in sorted(folders.items()):
        good = [member for member in members if "format" in member]
        bad = [member for member in members if "refused" in member]
        if len(members) > MANY:
            known = [member for member in good if found.get(member["file"], ("", None, None))[1] is not None]
            same = [member for member in known if not differs(member, found)]
            summed = {name: sum(member[name] for member in good)
                      for name in ("nodes", "edges", "claims", "warnings", "normalised", "guessed", "skipped")}
            formats = ", ".join(sorted({member["format"] for member in good}))
            summed.update(file=f"{folder}/ ({len(good)} of {len(members)} files)", format=formats)
            found = {**found, summed["file"]: (
                f"the same counts in {len(same)} of the {len(known)} files that another reader has" if known else "",
                None, None)}
            lines.append(row(summed, found))
            good = [member for member in good if differs(member, found)]
        lines += [row(member, found) for member in good]
        refused += bad
    texts = [r for r in refused if "annotations of brat" in r["refused"] or "settings of brat" in r["refused"]]
    rest = [r for r in refused if r not in texts]
    lines += ["", "## What is not read", "",
              "These are no graphs, or no format that is known here, or something in them is wrong; each is refused with a "
              "diagnostic.", "", "| file | what is said |", "|---|---|"]
    lines += [f"| `{result['file']}` | {cell(result['refused'])} |" for result in rest]
    if texts:
        lines.append(f"| {counted(len(texts), 'text')} and settings of brat | the annotations beside them are read, with them |")
    if written:
        lines.append(f"| {counted(len(written), 'file')} like `{written[0]}` | of a format that is written and not read |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("files", nargs="*")
    parser.add_argument("--data", default=os.path.join(ROOT, "..", "shared", "data"))
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "linkchart"))
    options = parser.parse_args()
    if not os.path.exists(os.path.join(options.data, "SOURCES.tsv")):
        sys.exit(f"no data folder at {options.data}: say where with --data")
    found = references()
    tables(options.data, found)
    files = options.files or sorted(
        os.path.relpath(os.path.join(folder, name), options.data)
        for folder, _, names in os.walk(options.data) for name in names if name != "SOURCES.tsv")
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda file: read(options.program, options.data, file), files))
    if options.files:
        for result in results:
            print(row(result, found) if "format" in result else f"{result['file']}: {result['refused']}")
        return
    with open(os.path.join(ROOT, "docs", "real-files.md"), "w", encoding="utf-8") as output:
        output.write(page(results, found, options.data))
    print(f"docs/real-files.md: {len(results)} files, {sum('format' in r for r in results)} read", file=sys.stderr)


if __name__ == "__main__":
    main()
