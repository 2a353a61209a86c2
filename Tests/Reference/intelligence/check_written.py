#!/usr/bin/env python3
"""Checks what LinkChart wrote with the readers of others.

    venv/bin/python check_written.py FILE.stix.json FILE.ftm.jsonl …

A STIX bundle must be taken by python-stix2 without custom content, each FollowTheMoney entity be valid under the model.
Prints one line a file and ends with 1 if any was refused.
"""
import json
import sys

failed = False
for name in sys.argv[1:]:
    try:
        if name.endswith("l"):
            from followthemoney import model
            count = 0
            for line in open(name, encoding="utf-8"):
                entity = json.loads(line)
                proxy = model.get_proxy(entity)
                proxy.schema.validate(entity)
                unknown = set(entity["properties"]) - set(proxy.schema.properties)
                assert not unknown, unknown
                assert proxy.schema.get("name") is None or True
                count += 1
            print(name, count, "entities")
        else:
            import stix2
            with open(name, encoding="utf-8") as file:
                bundle = stix2.parse(file.read(), allow_custom=False, version="2.1")
            print(name, len(getattr(bundle, "objects", [])), "objects")
    except Exception as refusal:
        failed = True
        print(name, "REFUSED", type(refusal).__name__, str(refusal)[:600], getattr(refusal, "errors", ""))
sys.exit(failed)
