"""Prints the facts of FollowTheMoney's model as the lines of FTMModel+Schemata.swift.

Usage: python3 make_ftm_model.py model-followthemoney-4.11.2.json

One line a schema: its name, `<` what it extends, `=` the properties that name it, `>` the ends of an edge, `!` what it
must have, and its own properties with their types. The input is `followthemoney.model.to_dict()`.
"""
import json, sys

CODES = {"date": "d", "country": "c", "url": "u", "email": "e", "language": "l", "topic": "t", "gender": "g",
         "mimetype": "m", "ip": "i", "checksum": "h", "phone": "p", "number": "n", "name": "a"}
model = json.load(open(sys.argv[1]))["schemata"]
for name in sorted(model):
    schema = model[name]
    parts = [name]
    parts += ["<" + parent for parent in schema.get("extends", [])]
    if schema.get("abstract"):
        parts.append("*")
    parts += ["=" + caption for caption in schema.get("caption") or []]
    edge = schema.get("edge")
    if edge:
        parts += [">" + edge["source"], ">" + edge["target"]]
    parts += ["!" + required for required in schema.get("required") or []]
    for key, prop in schema["properties"].items():
        if prop.get("stub"):
            continue
        if prop["type"] == "entity":
            parts.append(key + ":" + prop.get("range", "Thing"))
        else:
            code = CODES.get(prop["type"])
            parts.append(key + ("@" + code if code else ""))
    print(" ".join(parts))
