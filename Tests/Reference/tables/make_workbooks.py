#!/usr/bin/env python3
"""Makes small workbooks with openpyxl and XlsxWriter, and writes what openpyxl reads from them to workbooks.json.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 xlsxwriter==3.3.1 pandas networkx
    venv/bin/python Tests/Reference/tables/make_workbooks.py

Values are compared as texts: numbers by Python's shortest digits, dates as ISO 8601. An error and an empty cell are null.
"""
import datetime
import io
import json
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FOLDER = pathlib.Path(__file__).parent / "workbooks"
FOLDER.mkdir(exist_ok=True)


def values():
    """Every sort of cell, one a row, by XlsxWriter, which shares its strings."""
    book = xlsxwriter.Workbook(str(FOLDER / "values.xlsx"))
    sheet = book.add_worksheet("Nodes")
    fmt = lambda code: book.add_format({"num_format": code})
    for column, name in enumerate(["id", "name", "number", "flag", "day", "moment", "clock", "length", "digits", "sum"]):
        sheet.write_string(0, column, name)
    rows = [
        ("a", "Ann", 1, True, datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 13, 45, 30),
         datetime.time(6, 30), 1.5, "007"),
        ("b", " two blanks ", 0.1, False, datetime.date(1900, 2, 28), datetime.datetime(1999, 12, 31, 0, 0, 0),
         datetime.time(23, 59, 59), 26.25 / 24, "1e5"),
        ("c", "漢語 \u202bعربي\u202c é", 1.1 + 2.2, True, datetime.date(1900, 3, 1),
         datetime.datetime(2024, 2, 29, 23, 59, 59, 500000), datetime.time(0, 0, 1), 0.5, "true"),
        ("d", 'a "quoted", text;\nof two lines', 12345678901234, False, datetime.date(9999, 12, 31),
         datetime.datetime(2000, 1, 1, 12, 0, 0), datetime.time(12, 0), 100.0, "1,5"),
        ("e", "<b>&amp;", -1e-7, True, datetime.date(1970, 1, 1), datetime.datetime(1970, 1, 1, 0, 0, 1),
         datetime.time(1, 2, 3), 0.25, "=1+1"),
    ]
    for number, row in enumerate(rows, 1):
        identifier, name, value, flag, day, moment, clock, length, digits = row
        sheet.write_string(number, 0, identifier)
        sheet.write_string(number, 1, name)
        sheet.write_number(number, 2, value)
        sheet.write_boolean(number, 3, flag)
        sheet.write_datetime(number, 4, day, fmt("yyyy\\-mm\\-dd"))
        sheet.write_datetime(number, 5, moment, fmt('[$-409]d "de" mmmm yyyy h:mm:ss AM/PM;@'))
        sheet.write_datetime(number, 6, clock, fmt("hh:mm:ss"))
        sheet.write_number(number, 7, length, fmt("[h]:mm:ss"))
        sheet.write_string(number, 8, digits)
        sheet.write_formula(number, 9, f"=C{number + 1}*2", None, value * 2)
    book.close()


def several():
    """Nodes and links in sheets of one workbook, with a title, merged cells, a hidden sheet, prose and a chart."""
    book = xlsxwriter.Workbook(str(FOLDER / "several.xlsx"))
    notes = book.add_worksheet("Read me")
    notes.write(0, 0, "This workbook has what we found, as of March.")
    notes.write(1, 0, "Ask before you pass it on.")
    nodes = book.add_worksheet("People")
    nodes.merge_range(0, 0, 0, 2, "Persons and groups, 2024")
    nodes.write_row(2, 0, ["id", "kind", "name"])
    for number, row in enumerate([("p1", "Person", "Ali"), ("p2", "Person", "Omar"), ("g", "Actor", "The Group")]):
        nodes.write_row(3 + number, 0, row)
    links = book.add_worksheet("Who's with whom")
    links.write_row(0, 0, ["source", "relation", "target", "since"])
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": 14})
    links.merge_range(1, 0, 2, 0, "p1")
    links.write_rich_string(1, 1, "member", bold, "Of")
    links.write(1, 2, "g")
    links.write_datetime(1, 3, datetime.date(2020, 5, 17), day)
    links.write(2, 1, "knows")
    links.write(2, 2, "p2")
    links.write(4, 0, "p2")
    links.write(4, 1, "memberOf")
    links.write(4, 2, "g")
    links.write_formula(4, 3, "=1/0", None, "#DIV/0!")
    hidden = book.add_worksheet("Old")
    hidden.write_row(0, 0, ["source", "target"])
    hidden.write_row(1, 0, ["x", "y"])
    hidden.hide()
    book.add_worksheet("Empty")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=People!$A$4:$A$6"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()


def calendar1904():
    """Days counted from 1904, inline strings and rich text, by openpyxl in a file that is patched to be written so."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "T"
    sheet.append(["source", "target", "valid", "weight"])
    sheet.append(["a", CellRichText("b", TextBlock(InlineFont(b=True), "c")), datetime.date(1904, 1, 2), 2.5])
    sheet.append(["b", "d", datetime.datetime(2024, 2, 29), 1e20])
    book.save(FOLDER / "calendar1904.xlsx")


def uncomputed():
    """A formula that no program has computed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["source", "target", "weight"])
    sheet.append(["a", "b", "=1+1"])
    book.save(FOLDER / "uncomputed.xlsx")


def matrix():
    """Gephi's matrix.csv as a sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [[None, "A", "B", "C", "D", "E"], ["A", 0, 1, 0, 2, 0], ["B", 1, 0, 0, 0, 0], ["C", 0, 0, 1, 0, 0],
                ["D", 0, 3.5, 0, 4.2, 0], ["E", 0, 0, 0, 0, 0]]:
        sheet.append(row)
    book.save(FOLDER / "matrix.xlsx")


def lies():
    """Cells without references, a dimension that is wrong, rows out of order, cells twice, escapes: by hand."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:A1"/>'
        "<sheetData>"
        '<row><c t="inlineStr"><is><t>source</t></is></c><c t="inlineStr"><is><t>target</t></is></c>'
        '<c t="inlineStr"><is><r><t>no</t></r><r><t xml:space="preserve">te </t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
        "</is></c></row>"
        '<row r="5"><c r="B5" t="str"><f>A1</f><v>b_x000D_c</v></c><c r="A5" t="inlineStr"><is><t>a</t></is></c>'
        '<c r="A5" t="inlineStr"><is><t>again</t></is></c></row>'
        '<row r="3"><c t="inlineStr"><is><t>d</t></is></c><c t="s"><v>7</v></c><c t="d"><v>2024-03-01T00:00:00</v></c>'
        "</row></sheetData></worksheet>"
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
        'Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" '
        'xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>'
        '<x:sheet name="S" sheetId="1" rel:id="q"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="q" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" '
        'Target="worksheets/../worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    with zipfile.ZipFile(FOLDER / "lies.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)


def unfolding():
    """A long text that one row shares sixteen thousand times: 4 KB that are a gigabyte of text."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets><sheet name="S" sheetId="1" r:id="q"/></sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="q" Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>{"x" * (1 << 16)}</t></si></sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">'
        + '<c t="s"><v>0</v></c>' * 16_384 + "</row></sheetData></worksheet>",
    }
    with zipfile.ZipFile(FOLDER / "unfolding.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)


def foreign():
    """Workbooks of other sorts, as far as they are told apart."""
    with zipfile.ZipFile(FOLDER / "foreign.xlsb", "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        archive.writestr(zipfile.ZipInfo("xl/workbook.bin"), b"\x83\x01\x00")
    with zipfile.ZipFile(FOLDER / "foreign.ods", "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    entry = lambda name: (name.encode("utf-16-le") + bytes(128))[:128]
    (FOLDER / "locked.xlsx").write_bytes(head + entry("Root Entry") + entry("EncryptionInfo") + entry("EncryptedPackage"))
    (FOLDER / "old.xls").write_bytes(head + entry("Root Entry") + entry("Workbook"))


def text(value):
    if value is None or isinstance(value, str) and value.startswith("#") and value.endswith(("!", "A", "?")):
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).strip()


def read(name):
    book = openpyxl.load_workbook(FOLDER / name, data_only=True)
    sheets = {}
    for sheet in book.worksheets:
        rows = [[text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        sheets[sheet.title] = {"state": sheet.sheet_state, "rows": rows}
    return sheets


values(), several(), calendar1904(), uncomputed(), matrix(), lies(), unfolding(), foreign()
result = {name: read(name) for name in ["values.xlsx", "several.xlsx", "calendar1904.xlsx", "matrix.xlsx"]}
(FOLDER / "workbooks.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
