#!/usr/bin/env python3
"""Writes records.json: texts of tables, and the records that Python's csv module reads from them.

Every text is given with the delimiter it is read with. Records without fields (blank lines) are left out. Texts whose
last quote is never closed are marked: Python takes what there is, LinkChart reports the quote.

    python3 make_records.py > records.json
"""
import csv
import io
import json
import random

texts = [
    ("", ","), ("a", ","), ("a,b\n", ","), ("a,b\r\nc,d\r\n", ","), ("a,b\rc,d\r", ","), ("a,b\n\n\nc,d", ","),
    ('"a","b"\n', ","), ('"a,b",c\n', ","), ('"a\nb",c\n', ","), ('"a\r\nb",c\r\n', ","), ('"a""b",c\n', ","),
    ('"",""\n', ","), ('""""\n', ","), ('"""",""""""\n', ","), ('a"b,c\n', ","), ('"a"b,c\n', ","),
    ('"a"b"c",d\n', ","), ('"a" ,b\n', ","), (' "a",b\n', ","), (",\n", ","), (",,\n,,\n", ","), ("a,\n", ","),
    (",a\n", ","), ('a,"b\n', ","), ('"', ","), ('a\n"b', ","), ("a;b,c\n", ";"), ("a\tb,c\n", "\t"), ("a|b\n", "|"),
    ("ä,漢字,پاکستان\n", ","), ('"ä""",""\n', ","), (" a , b \n", ","), ('"a"\n"b"', ","), ('a,"b"\r\n"c",d', ","),
    ('"a\n\n\nb"\n', ","), ('x,"a""\n""b",y\n', ","), ('""a,b\n', ","), ('""""a,b\n', ","),
]

generator = random.Random(4180)
pieces = ['"', '""', ",", ",", "\n", "\r\n", "\r", "a", "bc", "a longer field", " ", ";", "\t", "ü", "漢", "1.5", '","']
for _ in range(800):
    count = generator.randrange(1, 30)
    texts.append(("".join(generator.choice(pieces) for _ in range(count)), generator.choice(",,,;\t")))


def is_closed(text, delimiter):
    """Whether strict reading finds the end of every quoted field."""
    # A character that occurs nowhere else follows the text: an open quote swallows it.
    mark = "\x01"
    rows = list(csv.reader(io.StringIO(text + "\n" + mark, newline=""), delimiter=delimiter))
    return bool(rows) and rows[-1] == [mark]


cases = []
for text, delimiter in texts:
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    cases.append({"text": text, "delimiter": delimiter, "closed": is_closed(text, delimiter), "records": rows})
print(json.dumps(cases, ensure_ascii=True, separators=(",", ":")).replace('},{"text"', '},\n{"text"'))
