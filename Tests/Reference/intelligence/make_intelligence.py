#!/usr/bin/env python3
"""Writes reference.json: what python-stix2, followthemoney and PyMISP read from the files of shared/data.

    python3 -m venv venv && venv/bin/pip install stix2==3.0.2 followthemoney==4.11.2 pymisp
    venv/bin/python make_intelligence.py ../../../../shared/data > reference.json

Of each file there are counts, and of some of its objects all that the library has. Clusters of galaxies are read by
PyMISP one by one; it has no reader for a file of them.
"""
import json
import pathlib
import sys
import warnings

import stix2
from followthemoney import model
from pymisp import MISPEvent, MISPGalaxyCluster

warnings.simplefilter("ignore")
data = pathlib.Path(sys.argv[1])
META = {"marking-definition", "extension-definition"}
HOUSEKEEPING = {"created_by_ref", "x_mitre_modified_by_ref", "object_marking_refs"}


def sample(items, count=6):
    """Some of the items, evenly spread."""
    step = max(1, len(items) // count)
    return items[::step]


def stix_file(path):
    document = json.loads(path.read_text())
    objects = document["objects"] if document.get("type") == "bundle" else [document]
    newest = {}
    for raw in objects:
        try:
            read = json.loads(stix2.parse(raw, allow_custom=True).serialize())
        except AttributeError:  # a dict of a type that the library does not know
            read = raw
        except Exception as refusal:  # what the library refuses is taken as JSON has it, and counted
            read = dict(raw, refused=type(refusal).__name__)
        stamp = raw.get("modified", raw.get("created", ""))
        if raw["id"] not in newest or newest[raw["id"]][0] < stamp:
            newest[raw["id"]] = (stamp, read)
    read = [value for _, value in newest.values()]
    nodes = [o for o in read if o["type"] not in META | {"relationship", "sighting"}]
    edges = [o for o in read if o["type"] == "relationship"]
    spoken = {"report", "opinion", "grouping", "malware-analysis"}
    edge_ids = {o["id"] for o in read if o["type"] in {"relationship", "sighting"}}

    def references(value, owner):
        found = 0
        for key, inner in value.items():
            if key in HOUSEKEEPING or key in ("granular_markings", "external_references"):
                continue
            if owner["type"] == "observed-data" and key == "objects":
                continue
            is_reference = key.endswith("_ref") or key.endswith("_refs")
            for one in inner if isinstance(inner, list) else [inner]:
                if isinstance(one, dict):
                    found += references(one, owner)
                elif is_reference and "--" in str(one):
                    found += not (key == "object_refs" and owner["type"] in spoken and one in edge_ids)
        return found

    return {
        "nodes": len(nodes),
        "relationships": len(edges),
        "sightings": sum(max(1, len(o.get("where_sighted_refs", []))) for o in read if o["type"] == "sighting"),
        "references": sum(references(o, o) for o in nodes),
        "refused": sum("refused" in o for o in read),
        "samples": [
            {"id": o["id"], "type": o["type"], "name": o.get("name"), "description": o.get("description"),
             "created": o.get("created"), "revoked": o.get("revoked"), "aliases": o.get("aliases")}
            for o in sample(nodes)
        ],
        "edges": [
            {"id": o["id"], "source": o["source_ref"], "type": o["relationship_type"], "target": o["target_ref"],
             "author": o.get("created_by_ref"), "sources": len(o.get("external_references", []))}
            for o in sample(edges)
        ],
    }


def ftm_file(path):
    entities = {}
    for line in path.read_text().splitlines():
        proxy = model.get_proxy(json.loads(line))
        entities[proxy.id] = entities[proxy.id].merge(proxy) if proxy.id in entities else proxy
    nodes = [e for e in entities.values() if not e.schema.edge]
    edges = [e for e in entities.values() if e.schema.edge]
    references = sum(prop.type.name == "entity" for e in nodes for prop, _ in e.itervalues())
    return {
        "nodes": len(nodes),
        "relationships": sum(len(list(e.edgepairs())) for e in edges),
        "references": references,
        "samples": [
            {"id": e.id, "type": e.schema.name, "name": e.caption,
             "properties": {p.name: e.get(p) for p in e.iterprops() if p.type.name != "entity"}}
            for e in sample(nodes)
        ],
        "edges": [
            {"id": e.id, "source": e.first(e.schema.edge_source), "type": e.schema.name,
             "target": e.first(e.schema.edge_target),
             "properties": {p.name: e.get(p) for p in e.iterprops() if p.type.name != "entity"}}
            for e in sample(edges)
        ],
    }


def misp_event(path):
    document = json.loads(path.read_text())
    if "response" in document:
        document = document["response"]
    event = MISPEvent()
    event.load(document[0] if isinstance(document, list) else document)
    attributes = list(event.attributes) + [a for o in event.objects for a in o.attributes]
    galaxies = list(event.galaxies) + [g for a in attributes for g in a.galaxies]
    return {
        "event": event.uuid, "name": event.info, "creator": event.orgc.name,
        "attributes": len(attributes), "objects": len(event.objects),
        "references": sum(len(o.references) for o in event.objects),
        "clusters": len({(c.uuid, c.value) for g in galaxies for c in g.clusters}),
        "samples": [{"id": a.uuid, "type": a.type, "name": a.value} for a in sample(attributes, 20)],
    }


def misp_clusters(path):
    document = json.loads(path.read_text())
    read = []
    for value in document["values"]:
        cluster = MISPGalaxyCluster()
        cluster.from_dict(**{k: v for k, v in value.items() if k not in ("meta", "related")})
        read.append((cluster, value))
    return {
        "nodes": len(read),
        "relationships": sum(bool(r.get("dest-uuid")) for _, v in read for r in v.get("related", [])),
        "broken": sum(not r.get("dest-uuid") for _, v in read for r in v.get("related", [])),
        "attributions": sum(
            len([x for x in ([v.get("meta", {}).get(k)] if isinstance(v.get("meta", {}).get(k), str)
                             else v.get("meta", {}).get(k) or []) if x and x != "Unknown"])
            for _, v in read for k in ("country", "cfr-suspected-state-sponsor", "cfr-suspected-victims")
        ) if document["type"] in ("threat-actor", "groups", "microsoft-activity-group") else 0,
        "samples": [
            {"id": c.uuid, "name": c.value, "description": getattr(c, "description", None),
             "synonyms": v.get("meta", {}).get("synonyms")}
            for c, v in sample(read)
        ],
    }


result = {"stix": {}, "ftm": {}, "events": {}, "clusters": {}}
for path in sorted(data.glob("stix/*/*.json")):
    if path.name != "index.json":
        result["stix"][str(path.relative_to(data))] = stix_file(path)
result["ftm"]["ftm/donations.ijson"] = ftm_file(data / "ftm/donations.ijson")
for path in sorted(data.glob("misp/events/*.json")):
    if path.name not in ("git-vuln-finder-quagga.json", "schema.json", "sharing_groups.json"):
        result["events"][str(path.relative_to(data))] = misp_event(path)
for path in sorted(data.glob("misp/galaxy/clusters/*.json")):
    result["clusters"][str(path.relative_to(data))] = misp_clusters(path)
json.dump(result, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True, default=str)
print()
