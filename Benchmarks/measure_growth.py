#!/usr/bin/env python3
"""How LinkChart's time and memory grow with the graph: R-MAT graphs of 2^14 ... 2^22 nodes, 16 edges a node.

Usage, with the Python that make_data.sh made, after `swift build -c release --package-path Benchmarks`:
    .build/peers/bin/python Benchmarks/measure_growth.py [--scales 14,16,18,20,22] [--data DIR] [--threads 1]
        [--plot docs/growth.svg] [--large kron22x27] [--linkchart .build/release/linkchart]

Prints nanoseconds an edge, a column a graph, and draws them; a linear algorithm's line is level but for what the
caches no longer hold. Graphs that are not there are made, and those above 2^18 nodes removed again unless --keep.
--large names a graph of more than 10^8 edges that is then read and ranked by the program, as a whole process.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

import contenders as c

HERE = pathlib.Path(__file__).resolve().parent
TASKS = {"load_s": "read the edge list", "project": "project and freeze", "wcc": "weak components", "core": "core numbers",
         "bfs16": "BFS, 16 sources (each)", "pagerank": "PageRank to 1e-6", "tri": "triangles", "louvain": "Louvain",
         "leiden": "Leiden"}
#: Not linear in edges: shown, but not promised.
SUPERLINEAR = {"tri"}


def made(name, data):
    """Whether the graph had to be made."""
    if os.path.exists(f"{data}/{name}.el"):
        return False
    subprocess.run([sys.executable, str(HERE / "make_data.py"), name, "--out", data], check=True,
                   stdout=subprocess.DEVNULL)
    return True


def remove(name, data):
    for file in pathlib.Path(data).glob(f"{name}.*"):
        file.unlink()


def measure(scale, given):
    """task -> nanoseconds an edge, the numbers of nodes and edges, the process's peak in MiB, task -> its peak in frozen
    rows, and bytes an edge of those."""
    name = f"kron{scale}"
    is_new = made(name, given.data)
    about = json.loads(pathlib.Path(f"{given.data}/{name}.json").read_text())
    known = subprocess.run([given.benchmark, "x", "--list"], capture_output=True, text=True, check=True).stdout.split()
    tasks = [t for t in TASKS if t in known and t not in given.without]
    result = subprocess.run(
        [given.benchmark, f"{given.data}/{name}.el", "--tasks", ",".join(tasks), "--threads", str(given.threads),
         "--reps", "1", "--sources", f"{given.data}/{name}.json"], capture_output=True, text=True, check=True)
    found, memory, peaks, frozen = {}, 0, {}, ""
    for line in result.stdout.splitlines():
        record = json.loads(line)
        share = 1 / 16 if record["task"] == "bfs16" else 1
        found[record["task"]] = record["first_s"] * share / about["m"] * 1e9
        found["load_s"] = record["load_s"] / about["m"] * 1e9
        memory = max(memory, record["peak_rss_mb"])
        peaks[record["task"]] = record["peak_snapshots"]
        if record["task"] == "project":
            frozen = record["checksum"].split(", ")[-1].split()[0]
    if is_new and scale > 18 and not given.keep:
        remove(name, given.data)
    return found, about, memory, peaks, frozen


def draw(scales, columns, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "linkchart"
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    for task, title in TASKS.items():
        points = [(c[1]["m"], c[0][task]) for c in columns if task in c[0]]
        if points:
            axes.plot(*zip(*points), marker="o", markersize=3, linewidth=1.4, label=title,
                      linestyle="--" if task in SUPERLINEAR else "-")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("edges")
    axes.set_ylabel("nanoseconds an edge")
    axes.grid(True, which="major", linewidth=0.3)
    axes.legend(fontsize=7, loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")


def large(given):
    """Reads and ranks more than 10^8 edges with the program."""
    is_new = made(given.large, given.data)
    about = json.loads(pathlib.Path(f"{given.data}/{given.large}.json").read_text())
    file = f"{given.data}/{given.large}.el"
    size = os.path.getsize(file) / 1e9
    print(f"\n{given.large}: {about['n']:,} nodes, {about['m']:,} edges, a file of {size:.1f} GB; whole processes\n")
    rows = []
    for words in (["info"], ["rank", "--by", "degree", "--top", "3"], ["rank", "--by", "pagerank", "--top", "3"],
                  ["components"]):
        command = [given.linkchart, words[0], file, *words[1:], "--format", "json"]
        if words[0] == "components":
            command += ["--min-size", "1000000000"]
        try:
            run = c.run(command)
            rows.append([f"`linkchart {' '.join(words)}`", c.seconds(run.wall), c.seconds(run.cpu),
                         f"{run.memory / 1e9:.1f} GB"])
        except c.Failure as failure:
            rows.append([f"`linkchart {' '.join(words)}`", str(failure), "", ""])
    print(c.table(["", "time", "processor time", "peak memory"], rows))
    if is_new and not given.keep:
        remove(given.large, given.data)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--benchmark", default=str(HERE / ".build/release/AnalyticsBenchmark"))
    options.add_argument("--linkchart", default=str(HERE.parent / ".build/release/linkchart"))
    options.add_argument("--data", default=str(HERE / "data"))
    options.add_argument("--scales", default="14,16,18,20,22")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--plot", type=pathlib.Path)
    options.add_argument("--large")
    options.add_argument("--keep", action="store_true", help="keep the graphs that were made")
    options.add_argument("--without", default="", help="tasks to leave out, with commas between")
    given = options.parse_args()
    given.without = given.without.split(",")
    scales = list(map(int, given.scales.split(",")))
    columns = [measure(scale, given) for scale in scales]
    print(f"{c.machine()}; {given.threads} thread{'s' if given.threads > 1 else ''}; nanoseconds an edge\n")
    rows = [[title, *(f"{column[0][task]:.1f}" if task in column[0] else "" for column in columns)]
            for task, title in TASKS.items() if any(task in column[0] for column in columns)]
    rows.append(["frozen rows, bytes an edge", *(column[4] for column in columns)])
    heads = [f"2^{s}: {column[1]['m']:,} edges" for s, column in zip(scales, columns)]
    print(c.table(["", *heads], rows))
    print("\nMemory: a frozen row's bytes an edge; a run's peak beyond the graph that was read, projecting and answering, "
          "in sizes of the frozen rows; tasks run one after the other, and on small graphs reuse what was given back.\n")
    rows = [["frozen rows, bytes an edge", *(column[4] for column in columns)]]
    rows += [[title, *(f"{column[3][task]:.1f}" if task in column[3] else "" for column in columns)]
             for task, title in TASKS.items()
             if task not in ("load_s", "project") and any(task in column[3] for column in columns)]
    rows.append(["peak of the process, bytes an edge", *(f"{column[2] * 2**20 / column[1]['m']:.0f}" for column in columns)])
    print(c.table(["", *heads], rows))
    if given.plot:
        draw(scales, columns, given.plot)
        print(f"\n![Nanoseconds an edge]({given.plot.name})")
    if given.large:
        large(given)


if __name__ == "__main__":
    main()
