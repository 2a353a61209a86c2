#!/usr/bin/env python3
"""Compares each DOT file of shared/data with what `linkchart convert` makes of it, as `gvpr` and `gc` of Graphviz see
both, and prints the files that differ with the first line that does.

    python3 compare_dot_files.py ../../../.build/release/linkchart ../../../../shared/data
"""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

program, data = sys.argv[1], pathlib.Path(sys.argv[2])
script = pathlib.Path(__file__).parent / "list.gvpr"


def listing(path):
    run = subprocess.run(["gvpr", "-f", str(script), str(path)], capture_output=True)
    if b"Error" in run.stderr:
        return None
    text = run.stdout.decode("utf-8", "surrogateescape")
    if re.search(r"\|charset=.?(latin|l1|iso)", text, re.I):
        text = run.stdout.decode("latin-1")
    # Attributes are declared in another order, and names that Graphviz gives itself are other numbers.
    lines = []
    for line in re.split(r"\n(?=N\||E\||G |GA\|)", text):
        head, *rest = line.split("|")
        if head in ("N", "E"):
            fixed = 1 if head == "N" else 3
            line = "|".join([head] + rest[:fixed] + sorted(rest[fixed:]))
        lines.append(re.sub(r"^N\|%\d+|(?<=E\|)%\d+", "%", line.rstrip("\n")))
    return sorted(lines)


def counts(path):
    run = subprocess.run(["gc", "-a", str(path)], capture_output=True)
    return [tuple(line.split()[:4]) for line in run.stdout.decode("utf-8", "replace").split("\n") if line.strip()]


equal, different, refused = 0, [], []
with tempfile.TemporaryDirectory() as folder:
    for path in sorted(list((data / "dot/graphviz").glob("*")) + list((data / "hostile-dot").glob("*.dot"))):
        written = pathlib.Path(folder) / "written.dot"
        written.unlink(missing_ok=True)
        run = subprocess.run([program, "convert", str(path), str(written)], capture_output=True)
        original = listing(path)
        if original is None or not written.exists():
            refused.append((path.name, original is None, run.returncode))
            continue
        again = listing(written)
        if original == again and counts(path) == counts(written):
            equal += 1
            continue
        lines = [l for l in difflib.unified_diff(original, again or ["refused"], lineterm="", n=0) if l[0] in "+-" and l[:3] not in ("+++", "---")]
        different.append((path.name, counts(path) == counts(written), lines[:2]))
print(f"{equal} equal, {len(different)} different, {len(refused)} refused")
for name, same_counts, lines in different:
    print(f"different: {name} (counts {'equal' if same_counts else 'differ'})")
    for line in lines:
        print("   ", line[:200])
for name, by_graphviz, code in refused:
    print(f"refused: {name} by Graphviz: {by_graphviz}, by linkchart: {code != 0}")
