#!/usr/bin/env python3
"""Writes reference.json: what Python's own csv, json and xml readers see in the files of events and texts.

    python3 make_events_and_texts.py ../../../../shared/data > reference.json

Needs nothing but Python 3. Every list is in the order of its file.
"""
import collections
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

data = pathlib.Path(sys.argv[1])
result = {}

# UCDP GED: one row an event.
with open(data / "events/ucdp/ucdpged_1000.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
result["ucdp"] = {
    "events": [
        [
            row["id"], row["date_start"], row["date_end"], int(row["date_prec"]), int(row["low"]), int(row["best"]),
            int(row["high"]), row["type_of_violence"], row["side_a"], row["side_b"], row["country"],
            row["where_prec"], len([part for part in row["source_office"].split(";") if part.strip()])
            if row["source_office"] != "NA" else 0,
        ]
        for row in rows
    ],
    "columns": len(rows[0]),
    "deaths": sum(int(row["best"]) for row in rows),
    "countries": len({row["country_id"] for row in rows}),
}

# PETRARCH: sentences with codings.
petrarch = {}
for name in ["PETR.UnitTest.records.xml", "GigaWord.sample.PETR.xml"]:
    root = ElementTree.parse(data / "events/petrarch" / name).getroot()
    sentences = []
    for sentence in root.iter("Sentence"):
        codings = [
            [coding.get("sourcecode"), coding.get("targetcode"), coding.get("eventcode")]
            for coding in sentence.iter("EventCoding") if coding.get("eventcode") is not None
        ]
        text = " ".join((sentence.findtext("Text") or "").split())
        parse = " ".join((sentence.findtext("Parse") or "").split())
        sentences.append([sentence.get("id"), sentence.get("date"), text, len(parse), codings])
    petrarch[name] = sentences
result["petrarch"] = petrarch

# PLOVER: records in one array.
records = json.loads((data / "events/plover/PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8-sig"))
result["plover"] = [
    [
        record["id"], record["event"], record.get("date"), record.get("text"), record.get("mode"), record.get("dead"),
        [[actor.get("code"), actor.get("sector"), actor.get("actorText")] for actor in record.get("source") or []],
        [[actor.get("code"), actor.get("sector"), actor.get("actorText")] for actor in record.get("target") or []]
        if isinstance(record.get("target"), list) else [],
        (record.get("eventLoc") or {}).get("name"),
    ]
    for record in records
]

# brat: annotations by their first letter, and mentions whose text is what the document has there.
brat = {}
for path in sorted((data / "re/brat").glob("*.ann")):
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    counts = collections.Counter()
    mentions, matching, arguments, triggers, merged = {}, 0, 0, set(), {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        counts[fields[0][0]] += 1
        if fields[0][0] == "T":
            kind, offsets = fields[1].split(" ", 1)
            spans = [tuple(map(int, span.split())) for span in offsets.split(";")]
            mentions[fields[0]] = [kind, spans, fields[2]]
            matching += " ".join(text[start:end] for start, end in spans) == fields[2]
        elif fields[0][0] == "E":
            parts = fields[1].split()
            triggers.add(parts[0].split(":")[1])
            arguments += len(parts) - 1
        elif fields[0] == "*":
            _, *members = fields[1].split()
            group = set(members)
            for member in members:
                group |= merged.get(member, set())
            for member in group:
                merged[member] = group
    groups = {id(group) for group in merged.values()}
    things = len(set(mentions) - triggers - set(merged)) + len(groups)
    brat[path.name] = {
        "counts": dict(counts), "things": things, "arguments": arguments, "matching": matching,
        "types": dict(collections.Counter(kind for kind, _, _ in mentions.values())),
    }
result["brat"] = brat

# Re-DocRED: documents with vertices, mentions and labels.
documents = json.loads((data / "re/docred/redocred_dev_revised.json").read_text(encoding="utf-8"))
result["docred"] = [
    [
        document["title"], len(document["vertexSet"]), sum(map(len, document["vertexSet"])), len(document["labels"]),
        sum(len(label["evidence"]) for label in document["labels"]), sum(map(len, document["sents"])),
    ]
    for document in documents
]
result["docredRelations"] = dict(
    collections.Counter(label["r"] for document in documents for label in document["labels"])
)

json.dump(result, sys.stdout, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
print()
