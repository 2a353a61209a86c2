#!/usr/bin/env python3
"""Analyses: LinkChart beside igraph, NetworKit, rustworkx, graph-tool and the GAP reference, in one run, in turn.

Usage, with the Python that make_data.sh made, after `swift build -c release --package-path Benchmarks`:
    .build/peers/bin/python Benchmarks/compare_analytics.py [--graphs kron16,kron18,mid,pgp] [--tasks pagerank,...]
        [--threads 1,2] [--rounds 3] [--data DIR] [--gap DIR] [--graph-tool PYTHON] [--without rustworkx,...]

Every round runs each contender once, as a process that reads the graph and then answers the tasks; times are those of
the answers alone, medians over rounds. LinkChart stands twice: *first*, the first time that a projection is asked,
with all that it prepares and keeps for later, and *again*. The ratio is the fastest peer's time by LinkChart's *first*;
where a task is asked of one graph again and again (sources of a search), preparing is part of it. GAP is a folder with
the programs of https://github.com/sbeamer/gapbs, built there; graph-tool is the Python that has it (Debian:
python3-graph-tool). What is not there is left out, and said.

Peers sum their answers up as LinkChart does; where the sums differ in what all define alike, the table says so.
"""
import argparse
import collections
import dataclasses
import importlib.metadata
import json
import os
import pathlib
import platform
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading

import contenders as c

HERE = pathlib.Path(__file__).resolve().parent
BENCHMARK = HERE / ".build/release/AnalyticsBenchmark"
LIBRARIES = ["igraph", "networkit", "rustworkx", "graph-tool"]


@dataclasses.dataclass
class Task:
    """A question: on which graphs, and how the reference program is asked it."""
    title: str
    graphs: tuple
    gap: tuple = ()
    #: How many of the reference's answers make one of ours.
    times: int = 1
    weighted: bool = False
    #: What of the answers' sums must be the same for all: a regular expression.
    same: str = ""
    limit: float = 120


KRON = ("kron16", "kron18")
TASKS = {
    "bfs16": Task("BFS, 16 sources", KRON, ("bfs", "-n", "16"), 16, same=r"^(\d+)$"),
    "sssp4": Task("shortest paths, 4 sources", KRON, ("sssp", "-d", "2", "-n", "4"), 4, True, r"^(\d+)$"),
    "pagerank": Task("PageRank to 1e-6", (*KRON, "pgp"), ("pr", "-i", "1000", "-t", "1e-6", "-n", "3"),
                     same=r"top5=([\d,]+)"),
    "wcc": Task("weak components", KRON, ("cc", "-n", "5"), same=r"^(\d+)$"),
    "bc16": Task("betweenness, 16 sources", KRON, ("bc", "-i", "16", "-n", "1")),
    "tri": Task("triangles", KRON, ("tc", "-n", "3"), same=r"^(\d+)$"),
    "core": Task("core numbers", KRON, same=r"(max=\d+ sum=\d+)"),
    "scc": Task("strong components", ("pgp",), same=r"^(\d+)$"),
    "artic": Task("articulation points", KRON, same=r"(art=\d+)"),
    "yen": Task("k shortest paths, 20 pairs, k = 10", KRON, weighted=True, same=r"^(\d+)$", limit=60),
    "leiden": Task("Leiden", KRON),
    "louvain": Task("Louvain", KRON),
    "bc": Task("betweenness, exact", ("mid", "pgp"), same=r"top5=([\d,]+)", limit=240),
    "closeness": Task("closeness, exact", ("mid", "pgp"), same=r"top5=([\d,]+)", limit=240),
    "harmonic": Task("harmonic, exact", ("mid", "pgp"), same=r"top5=([\d,]+)", limit=240),
    "constraint": Task("Burt's constraint", ("pgp",), same=r"sum=([\d.]+)"),
    "jaccard100": Task("Jaccard, best 100 of all pairs at distance 2", ("pgp",), same=r"sum100=([\d.]+)"),
    "adamicadar100": Task("Adamic-Adar, best 100 of all pairs at distance 2", ("pgp",), same=r"sum100=([\d.]+)"),
    "rewire": Task("rewiring, 10 steps a link", KRON, same=r"links=(\d+)"),
}


def python_of(library, given):
    return given.graph_tool if library == "graph-tool" else sys.executable


def commands(graph, tasks, threads, given):
    """The contenders of a round: name -> command, or for the reference a command a task."""
    base = f"{given.data}/{graph}"
    reps = str(given.reps)
    found = {}
    for kind, ending in (("", ".el"), ("weighted", ".wel")):
        mine = [t for t in tasks if TASKS[t].weighted == (kind == "weighted")]
        if not mine:
            continue
        file = base + (".d.el" if mine == ["scc"] and os.path.exists(base + ".d.el") else ending)
        found["linkchart " + kind] = [str(given.benchmark), file, "--tasks", ",".join(mine), "--threads", str(threads),
                                      "--reps", reps, "--sources", f"{base}.json"]
    for library in LIBRARIES:
        if library not in given.without:
            found[library] = [python_of(library, given), "-W", "ignore", str(HERE / "analytics_peers.py"), library,
                              base, ",".join(tasks), "--threads", str(threads), "--reps", reps,
                              "--limit", str(max(TASKS[t].limit for t in tasks))]
    if given.gap:
        for task in tasks:
            if TASKS[task].gap:
                program, *options = TASKS[task].gap
                ending = ".wel" if TASKS[task].weighted else ".el"
                found[f"gap {task}"] = [f"{given.gap}/{program}", "-f", base + ending, "-s", *options]
    return found


def pinned(command, threads):
    """On one processor where one thread is asked for, so that nothing else is measured."""
    return ["taskset", "-c", "0", *command] if threads == 1 and c.find("taskset") else command


def answers(name, command, threads):
    """What a contender says: records with tool, task, seconds and checksum."""
    environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
    if name in LIBRARIES:
        return library_answers(name, command, threads, environment)
    result = subprocess.run(pinned(command, threads), capture_output=True, text=True, env=environment)
    if name.startswith("gap "):
        times = [float(t) for t in re.findall(r"Trial Time:\s+([\d.]+)", result.stdout)]
        task = name.split()[1]
        if not times:
            return [{"tool": "GAP", "task": task, "failure": f"exit {result.returncode}"}]
        each = statistics.fmean(times) if TASKS[task].times > 1 else statistics.median(times)
        answer = re.search(r"(\d+) triangles", result.stdout)
        return [{"tool": "GAP", "task": task, "algo_s": each * TASKS[task].times,
                 "checksum": answer[1] if answer else ""}]
    records = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    if result.returncode:
        complaint = (result.stderr.strip() or "no message").splitlines()[-1][:100]
        print(f"{name}: exit {result.returncode}: {complaint}", file=sys.stderr)
    return records


def library_answers(name, command, threads, environment):
    """What a library says. One that its own alarm can't stop is killed, and asked the rest in a new process."""
    place = command.index(name) + 2
    records, asked = [], command[place].split(",")
    # The graph may have to be read before an answer begins.
    limit = float(command[command.index("--limit") + 1])
    while asked:
        with tempfile.TemporaryFile("w+") as complaints, subprocess.Popen(
                pinned([*command[:place], ",".join(asked), *command[place + 1:]], threads), stdout=subprocess.PIPE,
                stderr=complaints, text=True, env=environment) as run:
            task = None
            watchdog = threading.Timer(1.5 * limit, run.kill)
            watchdog.start()
            for line in run.stdout:
                watchdog.cancel()
                record = json.loads(line) if line.startswith("{") else {}
                task = record.get("begins", task)
                if "tool" in record:
                    records.append(record)
                watchdog = threading.Timer(1.5 * limit, run.kill)
                watchdog.start()
            run.wait()
            watchdog.cancel()
            complaints.seek(0)
            complaint = (complaints.read().strip() or "no message").splitlines()[-1][:100]
        if not run.returncode or task is None:
            return records
        reason = f"more than {limit:.0f} s" if run.returncode == -signal.SIGKILL else f"exit {run.returncode}"
        records.append({"tool": name, "task": task, "failure": reason})
        print(f"{name}: {task}: {reason}: {complaint}", file=sys.stderr)
        asked = asked[asked.index(task) + 1:]
    return records


def race(graph, tasks, threads, given):
    """(task, tool) -> the records of all rounds."""
    found = collections.defaultdict(list)
    field = commands(graph, tasks, threads, given)
    for number in range(given.rounds):
        for name, command in field.items():
            for record in answers(name, command, threads):
                found[record["task"], record["tool"]].append(record)
            print(f"{graph}, {threads} threads, round {number + 1}: {name}", file=sys.stderr)
    return found


def median(records, key="algo_s"):
    times = [r[key] for r in records if key in r]
    return statistics.median(times) if times else None


def rows(graph, tasks, threads, found, ratios):
    for task in tasks:
        ours = found.get((task, "linkchart"), [])
        first, again = median(ours, "first_s"), median(ours)
        row = [TASKS[task].title, graph, threads, c.seconds(first) if first else "none",
               c.seconds(again) if again else "none"]
        fastest = {}
        for tool in [*LIBRARIES, "GAP"]:
            theirs = found.get((task, tool), [])
            time = median(theirs)
            failure = next((r["failure"] for r in theirs if "failure" in r), "")
            row.append(c.seconds(time) if time else failure)
            if time and first:
                # Paired by round, so that what else the machine does falls on both.
                fastest[tool] = statistics.median(a["algo_s"] / b["first_s"] for a, b in zip(theirs, ours)
                                                  if "algo_s" in a and "first_s" in b)
        libraries = [v for k, v in fastest.items() if k != "GAP"]
        row.append(f"{min(libraries):.1f}" if libraries else "")
        row.append(f"{1 / fastest['GAP']:.2f}" if "GAP" in fastest else "")
        reference = median(found.get((task, "GAP"), []))
        row.append(f"{again / reference:.2f}" if reference and again else "")
        for tool, ratio in fastest.items():
            ratios[f"{task} {graph} {threads} {tool}"] = round(ratio, 3)
        yield row


def disagreements(graph, tasks, found):
    for task in tasks:
        if not TASKS[task].same:
            continue
        said = {}
        for (name, tool), records in found.items():
            for record in records:
                match = re.search(TASKS[task].same, record.get("checksum", "")) if name == task else None
                if match:
                    said.setdefault(match[1], set()).add(tool)
        if len(said) > 1:
            yield f"{TASKS[task].title} of {graph}: " + "; ".join(f"{', '.join(sorted(t))} say {v}"
                                                                   for v, t in said.items())


def regressions(ratios, file):
    """What fell behind the stored ratios by more than a quarter; noise is less."""
    if not file.exists():
        return []
    stored = json.loads(file.read_text())
    return [f"{name}: {stored[name]:.2f} -> {ratio:.2f}" for name, ratio in ratios.items()
            if name in stored and ratio < 0.75 * stored[name]]


def versions(given):
    found = []
    for library in LIBRARIES:
        if library in given.without:
            continue
        if library == "graph-tool":
            code = "import graph_tool; print(graph_tool.__version__.split()[0])"
            try:
                said = subprocess.run([given.graph_tool, "-W", "ignore", "-c", code], capture_output=True, text=True)
            except OSError:
                said = None
            if not said or said.returncode:
                given.without.append(library)
                found.append("no graph-tool")
            else:
                found.append(f"graph-tool {said.stdout.strip()}")
        else:
            found.append(f"{library} {importlib.metadata.version(library)}")
    return ", ".join([*found, "GAP reference (g++ -O3)" if given.gap else "no GAP reference"])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--benchmark", type=pathlib.Path, default=BENCHMARK)
    options.add_argument("--data", default=str(HERE / "data"))
    options.add_argument("--graphs", default="kron16,kron18,mid,pgp")
    options.add_argument("--tasks", default=",".join(TASKS))
    options.add_argument("--threads", default="1,2")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--reps", type=int, default=3, help="answers a process")
    options.add_argument("--gap", help="the folder with the GAP reference's programs")
    options.add_argument("--graph-tool", default="/usr/bin/python3", metavar="PYTHON")
    options.add_argument("--without", default="", help="peers to leave out, with commas between")
    options.add_argument("--ratios", type=pathlib.Path, default=HERE / "ratios.json",
                         help="ratios of an earlier run to compare with")
    options.add_argument("--store", action="store_true", help="store this run's ratios")
    given = options.parse_args()
    given.without = given.without.split(",")
    known = {line for line in subprocess.run([given.benchmark, "x", "--list"], capture_output=True, text=True,
                                             check=True).stdout.splitlines()}
    print(f"{c.machine()}; Python {platform.python_version()}, {versions(given)}")
    print(f"Medians of {given.rounds} rounds.\n" if given.rounds > 1 else "One round.\n")
    ratios, table, differing, missing = {}, [], [], []
    for threads in map(int, given.threads.split(",")):
        for graph in given.graphs.split(","):
            tasks = [t for t in given.tasks.split(",") if graph in TASKS[t].graphs and t in known]
            if not tasks:
                continue
            if not os.path.exists(f"{given.data}/{graph}.el"):
                missing.append(graph)
                continue
            found = race(graph, tasks, threads, given)
            table += rows(graph, tasks, threads, found, ratios)
            differing += disagreements(graph, tasks, found)
    order = list(TASKS)
    titles = [TASKS[t].title for t in order]
    table.sort(key=lambda row: (titles.index(row[0]), row[1], row[2]))
    print(c.table(["", "graph", "threads", "LinkChart first", "again", *LIBRARIES, "GAP",
                   "fastest library / LinkChart first", "LinkChart first / GAP", "again / GAP"], table, left=2))
    for line in differing:
        print(f"\n**They disagree**: {line}")
    for graph in sorted(set(missing)):
        print(f"\nWithout {graph}: no such file; make_data.py {graph} makes it.")
    behind = regressions(ratios, given.ratios)
    for line in behind:
        print(f"\n**Slower beside its peers than before**: {line}")
    if given.store and behind:
        sys.exit("what fell behind is not stored; leave the tasks out, or remove the file to begin anew")
    if given.store:
        stored = json.loads(given.ratios.read_text()) if given.ratios.exists() else {}
        given.ratios.write_text(json.dumps(dict(sorted((stored | ratios).items())), indent=0) + "\n")


if __name__ == "__main__":
    main()
