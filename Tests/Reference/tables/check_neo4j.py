"""Checks a pair of tables by the rules of Neo4j's admin import (Operations Manual 5, "Import"), on standard input as two
lines of base64: fields and quotes, headers, types, identifiers that are there once, and ends that are there."""
import base64
import re
import sys

TYPES = {"int", "long", "float", "double", "boolean", "byte", "short", "char", "string"}


def records(text):
    """Fields as the importer cuts them: a quote only opens at a field's start, is doubled inside, and ends the field."""
    fields, position = [], 0
    while position < len(text):
        if text[position] == '"':
            value, position = [], position + 1
            while True:
                end = text.index('"', position)
                value.append(text[position:end])
                position = end + 1
                if text[position:position + 1] != '"':
                    break
                value.append('"')
                position += 1
            field = ("quoted", "".join(value))
            assert text[position:position + 1] in ",\n", "text behind a quote"
        else:
            end = re.compile("[,\n]").search(text, position).start()
            assert '"' not in text[position:end], "a quote in an unquoted field"
            field = ("plain", text[position:end])
            position = end
        fields.append(field)
        if text[position] == "\n":
            yield fields
            fields = []
        position += 1
    assert not fields, "no line end at the end"


def table(text):
    rows = list(records(text))
    header = [value for _, value in rows[0]]
    columns = []
    for field in header:
        match = re.fullmatch(r"([^:]*):([A-Za-z_]+)(\[\])?", field)
        assert match, f"header field {field!r}"
        name, kind, is_list = match.groups()
        assert kind in TYPES or kind in {"ID", "LABEL", "START_ID", "END_ID", "TYPE"}, kind
        columns.append((name, kind, bool(is_list)))
    names = [name for name, kind, _ in columns if name]
    assert len(names) == len(set(names)), "a property twice"
    for row in rows[1:]:
        assert len(row) == len(columns), f"{len(row)} fields, not {len(columns)}"
        for (form, value), (name, kind, is_list) in zip(row, columns):
            if form == "plain" and value == "":
                continue
            for part in value.split(";") if is_list else [value]:
                if kind == "long":
                    assert -2**63 <= int(part) < 2**63
                elif kind == "double":
                    float(part)
                elif kind == "boolean":
                    assert part in ("true", "false"), part
    return columns, [[value for _, value in row] for row in rows[1:]]


def column(columns, kind):
    found = [position for position, (_, other, _) in enumerate(columns) if other == kind]
    assert len(found) == 1, kind
    return found[0]


nodes, relationships = (table(base64.b64decode(line).decode()) for line in sys.stdin.read().split("\n")[:2])
ids = [row[column(nodes[0], "ID")] for row in nodes[1]]
assert len(ids) == len(set(ids)) and "" not in ids, "identifiers"
assert all(row[column(nodes[0], "LABEL")] for row in nodes[1]), "labels"
known = set(ids)
for row in relationships[1]:
    assert row[column(relationships[0], "START_ID")] in known and row[column(relationships[0], "END_ID")] in known, "ends"
    assert row[column(relationships[0], "TYPE")], "type"
print(f"{len(nodes[1])} nodes, {len(relationships[1])} relationships")
