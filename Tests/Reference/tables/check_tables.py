#!/usr/bin/env python3
"""Counts with pandas what the tables of shared/data hold, makes a workbook of each with openpyxl, and with --program asks
linkchart what it reads of both; counts with networkx what Gephi's matrices and lists of neighbours hold. Writes
reference.json, which RealTableTests holds against what is read, and the workbook workbooks/covert-index.xlsx.

A row and a column of complex_matrix.csv have no name. pandas makes nodes `nan` and `Unnamed: 1` of them, 28 in all; Gephi's
ImportMatrixProcess says that a label is missing and leaves them out, as is done here: 26.

    venv/bin/python Tests/Reference/tables/check_tables.py ../shared/data --program .build/release/linkchart
"""
import argparse
import csv
import json
import pathlib
import subprocess
import tempfile

import networkx
import openpyxl
import pandas

HERE = pathlib.Path(__file__).parent
GEPHI = "graphs/gephi-fixtures/spreadsheet__"
# Columns of nodes: the identifier. Of edges: source, target and weight.
NODES = {
    "graphs/covert/INDEX.csv": "name",
    GEPHI + "nodes_table_types_test.csv": "id",
    "ftm/ftm_experts.csv": "id",
    "ftm/ftm_links.csv": "id",
}
EDGES = {
    GEPHI + f"edges_table_{name}.csv": None
    for name in [
        "dynamic_weights", "opposite_force_undirected_issue_1848", "opposite_force_undirected_merged",
        "repeated_with_ids", "repeated_without_ids", "types_test", "with_timeset_intervals", "with_timeset_timestamps",
    ]
}
# Tables that need a map: what `--map` gets.
MAPPED = {
    "borders/GEODATASOURCE-COUNTRY-BORDERS.CSV": ("country_code", "country_border_code"),
    "ftm/donations.csv": ("Donor", "Party"),
}


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        head = file.readline() or ""
        head = head if head.strip() else file.readline()
    separator = "," if "," in head else ";" if ";" in head else " "
    return pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False, skipinitialspace=True, encoding="utf-8-sig")


def counts(name, table, strips):
    """Blanks in quotes belong to a text; in the cells of a workbook there are no quotes."""
    columns = {column.strip().lower(): column for column in table.columns}
    if strips:
        table = table.apply(lambda column: column.str.strip())
    if name in NODES:
        ids = table[columns[NODES[name]]]
        return {"rows": len(table), "nodes": int(ids.nunique()), "edges": 0}
    ends = MAPPED.get(name, ("source", "target"))
    rows = len(table)
    # Rows with one identifier are one edge, and so are rows that say the same throughout where there is more than ends.
    if "id" in columns:
        table = table.drop_duplicates(columns["id"])
    elif name in MAPPED:
        table = table.drop_duplicates()
    source, target = (table[columns[end.lower()]] for end in ends)
    isWhole = (source != "") & (target != "")
    result = {"rows": rows, "nodes": len(set(source[source != ""]) | set(target[target != ""])), "edges": int(isWhole.sum())}
    if "weight" in columns:
        numbers = pandas.to_numeric(table[columns["weight"]], errors="coerce")
        result["weight"] = float(numbers.sum())
    return result


def typed(text):
    """The cell that a person would have typed: numbers are numbers."""
    for kind in (int, float):
        try:
            value = kind(text)
        except ValueError:
            continue
        if str(value) == text and abs(value) < 1e15:
            return value
    return text or None


def workbook(table, path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Table")
    sheet.append(list(table.columns))
    for row in table.itertuples(index=False):
        sheet.append([typed(cell) for cell in row])
    book.save(path)
    back = openpyxl.load_workbook(path, read_only=True, data_only=True)["Table"]
    return sum(1 for _ in back.iter_rows(values_only=True)) - 1


def program(program, path, name, folder):
    out = folder / "out.linkchart.json"
    command = [program, "build", str(path), "-o", str(out)]
    if name in MAPPED:
        command += ["--map", "source=%s,target=%s" % MAPPED[name]]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[0] if done.stderr.strip() else ""}
    graph = json.loads(out.read_text())
    weights = [edge.get("attributes", {}).get("weight") for edge in graph.get("edges", [])]
    return {
        "nodes": len(graph["nodes"]), "edges": len(graph.get("edges", [])),
        "weight": sum(weight for weight in weights if isinstance(weight, (int, float))),
    }


def matrix(path, separator, unnamed):
    table = pandas.read_csv(path, sep=separator, index_col=0, skipinitialspace=True).iloc[unnamed:, unnamed:]
    table.index, table.columns = [[str(text).strip() for text in axis] for axis in (table.index, table.columns)]
    return networkx.from_pandas_adjacency(table.astype(float), create_using=networkx.DiGraph)


def shapes(folder):
    """Tables without a header: (name, what reads it, its graph)."""
    lines = (folder / (GEPHI + "adj_list.csv")).read_text().replace(" ", "").splitlines()
    yield GEPHI + "matrix.csv", "pandas and networkx", matrix(folder / (GEPHI + "matrix.csv"), ",", 0)
    yield (GEPHI + "complex_matrix.csv", "pandas, without the row and the column that have no name,",
           matrix(folder / (GEPHI + "complex_matrix.csv"), ";", 1))
    yield GEPHI + "adj_list.csv", "networkx", networkx.parse_adjlist(lines, delimiter=";", create_using=networkx.DiGraph)


parser = argparse.ArgumentParser()
parser.add_argument("data", type=pathlib.Path)
parser.add_argument("--program")
arguments = parser.parse_args()
results = {}
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    for name in [*NODES, *EDGES, *MAPPED]:
        table = read(arguments.data / name)
        results[name] = counts(name, table, strips=False)
        stripped = counts(name, table, strips=True)
        if stripped != results[name]:
            results[name]["nodesOfWorkbook"] = stripped["nodes"]
        book = folder / (pathlib.Path(name).stem + ".xlsx")
        rows = workbook(table, book)
        assert rows == len(table), (name, rows, len(table))
        if name == "graphs/covert/INDEX.csv":
            (HERE / "workbooks/covert-index.xlsx").write_bytes(book.read_bytes())
        line = f"{name}: pandas {results[name]}"
        if arguments.program:
            for path, expected in ((arguments.data / name, results[name]), (book, stripped)):
                found = program(arguments.program, path, name, folder)
                same = all(found.get(key) == expected.get(key, 0) for key in ("nodes", "edges", "weight"))
                line += f"\n    {path.suffix} {found}{'' if same else '  DIFFERS'}"
        print(line)
for name in MAPPED:
    results[name]["map"] = "source=%s,target=%s" % MAPPED[name]
for name, reader, graph in shapes(arguments.data):
    results[name] = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "reader": reader}
    if "matrix" in name:
        results[name]["weight"] = graph.size(weight="weight")
    print(f"{name}: {results[name]}")
    if arguments.program:
        with tempfile.TemporaryDirectory() as folder:
            print("   ", program(arguments.program, arguments.data / name, name, pathlib.Path(folder)))
reference = {
    "versions": {module.__name__: module.__version__ for module in (pandas, openpyxl, networkx)},
    "files": [{"file": name, **seen} for name, seen in results.items()],
}
(HERE / "reference.json").write_text(json.dumps(reference, indent=1, ensure_ascii=False) + "\n")
