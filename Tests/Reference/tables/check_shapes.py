#!/usr/bin/env python3
"""Prints how many nodes and edges pandas and networkx see in Gephi's matrices and lists of neighbours, which
SpreadsheetTableTests holds against what is read here. Usage: check_shapes.py FOLDER (of shared/data/graphs/gephi-fixtures)

    spreadsheet__matrix.csv 5 nodes, 6 edges; spreadsheet__complex_matrix.csv 26 nodes, 650 edges, without the row and the
    column that have no name (pandas makes nodes `nan` and `Unnamed: 1` of these, 28 in all; Gephi's own ImportMatrixProcess
    says that they have no label and leaves them out, as is done here); spreadsheet__adj_list.csv 9 nodes, 7 edges
"""
import pathlib
import sys

import networkx
import pandas

folder = pathlib.Path(sys.argv[1])


def matrix(name, separator, unnamed):
    table = pandas.read_csv(folder / name, sep=separator, index_col=0, skipinitialspace=True).iloc[unnamed:, unnamed:]
    table.index, table.columns = [[str(text).strip() for text in axis] for axis in (table.index, table.columns)]
    return networkx.from_pandas_adjacency(table.astype(float), create_using=networkx.DiGraph)


lines = (folder / "spreadsheet__adj_list.csv").read_text().replace(" ", "").splitlines()
for name, graph in [
    ("spreadsheet__matrix.csv", matrix("spreadsheet__matrix.csv", ",", 0)),
    ("spreadsheet__complex_matrix.csv", matrix("spreadsheet__complex_matrix.csv", ";", 1)),
    ("spreadsheet__adj_list.csv", networkx.parse_adjlist(lines, delimiter=";", create_using=networkx.DiGraph)),
]:
    print(name, graph.number_of_nodes(), "nodes,", graph.number_of_edges(), "edges")
