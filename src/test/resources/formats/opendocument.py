"""Writes handbook.ods and handbook.odp beside this file, always the same bytes.

The elements and attributes are those that LibreOffice 24 writes for such documents, without the
styles that say only how things look. Run it again after a change: python3 opendocument.py
"""

import zipfile
from pathlib import Path

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("draw", "drawing"), ("presentation", "presentation"), ("meta", "meta"),
        ("svg", "svg-compatible"), ("number", "datastyle"), ("form", "form"),
    ]
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def meta(title):
    return f"""<office:document-meta {SPACES} office:version="1.3"><office:meta>
<meta:initial-creator>Operations team</meta:initial-creator><dc:title>{title}</dc:title>
</office:meta></office:document-meta>"""


def cell(words="", value="", repeated=1, more=""):
    times = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in words.split("\n") if line)
    return f"<table:table-cell{times} {value}>{more}{paragraphs}</table:table-cell>"


def number(value, shown=None):
    return cell(shown or value, f'office:value-type="float" office:value="{value}"')


def row(*cells, repeated=1):
    times = f' table:number-rows-repeated="{repeated}"' if repeated > 1 else ""
    return f"<table:table-row{times}>{''.join(cells)}</table:table-row>"


def date(day, shown):
    return cell(shown, f'office:value-type="date" office:date-value="{day}"')


NOTE = """<office:annotation><dc:creator>Somebody</dc:creator><text:p>Ask who wrote this.</text:p>
</office:annotation>"""
CHART = """<draw:frame draw:name="Object 1"><draw:object xlink:href="./Object 1">
<text:p/></draw:object><svg:title>A chart of the hours</svg:title></draw:frame>"""
TWO_LINES = """security,
then<text:s/><text:a xlink:href="mailto:o@example.org">operations</text:a>"""
WIDE = 16384
REST = row(cell(repeated=WIDE), repeated=1048570)

SHIFTS = f"""<table:table table:name="Shifts" table:style-name="ta1">
<table:shapes><draw:custom-shape><text:p>a sticker</text:p></draw:custom-shape></table:shapes>
<table:table-column table:number-columns-repeated="{WIDE}"/>
<table:table-header-rows>{row(cell("Week"), cell("From"), cell("Who"), cell("Hours"),
    cell("Share"), cell("Paid"), cell(repeated=WIDE - 6))}</table:table-header-rows>
{row(number("12"), date("2026-03-16", "16 March 2026"), cell("operations", more=NOTE),
    number("37.5"), cell("48.4%", 'office:value-type="percentage" office:value="0.4839"'),
    cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'), cell(repeated=16378))}
{row(number("13"), date("2026-03-23", "23 March 2026"),
    cell(TWO_LINES),
    number("40"), cell("51.6%", 'office:value-type="percentage" office:value="0.5161"'),
    cell("FALSE", 'office:value-type="boolean" office:boolean-value="false"', more=CHART))}
{row(cell(repeated=WIDE))}
{row(cell("Sum"), cell(repeated=2), number("77.5"))}
{row(cell(repeated=WIDE), repeated=2)}
{row(cell("closed", repeated=3), cell("until noon"), repeated=2)}
{REST}</table:table>"""

EMPTY = f'<table:table table:name="Sheet2" table:style-name="ta1">{REST}</table:table>'

CONTACTS = f"""<table:table table:name="联系人" table:style-name="hidden">
{row(cell("职责"), cell("电话"))}
{row(cell("值班"), number("4711"))}
{row(cell("Both teams", 'table:number-columns-spanned="2"'),
    '<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell>',
    cell("merged"))}
{REST}</table:table>"""

RATES = f"""<table:table table:name="Rates">
{row(cell("Day"), cell("", 'office:value-type="date" office:date-value="2026-04-01T00:00:00"'))}
{row(cell("Begin"), cell("", 'office:value-type="time" office:time-value="PT09H30M00S"'))}
{row(cell("Share"), cell("", 'office:value-type="percentage" office:value="0.125"'))}
{row(cell("Rate"), cell("", 'office:value-type="currency" office:currency="EUR" office:value="42.5"'))}
{row(cell("Open"), cell("", 'office:value-type="boolean" office:boolean-value="false"'))}
{row(cell("Word"), cell("", 'office:value-type="string" office:string-value="as stored"'))}
</table:table>"""

ELSEWHERE = f"""<table:table table:name="'file:///srv/prices.ods'#$Prices">
<table:table-source xlink:href="file:///srv/prices.ods" table:mode="copy-results-only"/>
{row(cell("kept of another file"))}</table:table>"""

SPREADSHEET = f"""<office:document-content {SPACES} office:version="1.3">
<office:automatic-styles><style:style style:name="hidden" style:family="table">
<style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>
<text:p>what stood here before</text:p></table:change-track-table-cell></table:previous>
</table:cell-content-change></table:tracked-changes>
<table:content-validations><table:content-validation table:name="val1"><table:help-message>
<text:p>Choose a week.</text:p></table:help-message></table:content-validation>
</table:content-validations>
{SHIFTS}{EMPTY}{CONTACTS}{RATES}{ELSEWHERE}
</office:spreadsheet></office:body></office:document-content>"""


def frame(role, content):
    return f'<draw:frame presentation:class="{role}">{content}</draw:frame>'


def box(role, *lines):
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return frame(role, f"<draw:text-box>{paragraphs}</draw:text-box>")


def items(style, *entries):
    listed = "".join(f"<text:list-item>{entry}</text:list-item>" for entry in entries)
    return f'<text:list text:style-name="{style}">{listed}</text:list>'


def notes(*lines):
    return f"""<presentation:notes><draw:page-thumbnail presentation:class="page"/>
{box("notes", *lines)}{box("page-number", "<text:page-number>7</text:page-number>")}
</presentation:notes>"""


OUTLINE = items(
    "L2",
    "<text:p>Ask the owner of the data</text:p>" + items("L2", "<text:p>In writing</text:p>"),
    "<text:p>Check the<text:line-break/>disk</text:p>",
)
STEPS = items("L3", "<text:p>Stop the service</text:p>", "<text:p>Mount the volume</text:p>")
PLAIN = items("L4", "<text:p>Nothing else is needed</text:p>")
TABLE = f"""<draw:frame><table:table><table:table-column/><table:table-column/>
{row(cell("Kind"), cell("Days"))}{row(cell("Mail"), cell("90"))}
{row(cell("both", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")}
</table:table><draw:image xlink:href="Pictures/table.svm"/></draw:frame>"""

SLIDES = f"""<office:document-content {SPACES} office:version="1.3">
<office:automatic-styles>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1"
 style:num-suffix="." style:num-format="1"/></text:list-style>
<text:list-style style:name="L4"><text:list-level-style-number text:level="1"
 style:num-format=""/></text:list-style>
</office:automatic-styles><office:body><office:presentation>
<presentation:footer-decl presentation:name="ftr1">Internal use only</presentation:footer-decl>
<draw:page draw:name="page1">
{box("title", "Restoring", "the archive")}{box("subtitle", "What to do when files are gone")}
{box("footer", "<presentation:footer/>Internal use only")}{box("date-time", "2026-03-01")}
{notes()}</draw:page>
<draw:page draw:name="page2">
{frame("outline", f"<draw:text-box>{OUTLINE}{STEPS}{PLAIN}</draw:text-box>")}
{box("title", "Before you start")}
<draw:frame presentation:class="object" presentation:placeholder="true"><draw:text-box>
<text:p>Click to add an object</text:p></draw:text-box></draw:frame>
{notes("The owner is named in the register.")}</draw:page>
<draw:page draw:name="page3" draw:style-name="hidden">
<draw:g><draw:custom-shape><text:p>Kept <text:span>this</text:span> long</text:p>
<draw:enhanced-geometry/></draw:custom-shape></draw:g>
{TABLE}<draw:frame><draw:image xlink:href="Pictures/disk.png"/><svg:title>A disk</svg:title>
<svg:desc>Photo of a disk</svg:desc></draw:frame>
<office:annotation><dc:creator>Somebody</dc:creator><text:p>Is this so?</text:p></office:annotation>
</draw:page>
</office:presentation></office:body></office:document-content>"""


def write(name, kind, title, content):
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = f"""<manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{media}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
    styles = f"""<office:document-styles {SPACES} office:version="1.3"><office:master-styles>
<style:master-page style:name="Default"><style:header><text:p>Page header</text:p></style:header>
</style:master-page></office:master-styles></office:document-styles>"""
    with zipfile.ZipFile(Path(__file__).with_name(name), "w") as archive:
        for entry, words in [
            ("mimetype", media),
            ("META-INF/manifest.xml", HEAD + manifest),
            ("meta.xml", HEAD + meta(title)),
            ("styles.xml", HEAD + styles),
            ("content.xml", HEAD + content),
        ]:
            info = zipfile.ZipInfo(entry, (2026, 3, 1, 0, 0, 0))
            packed = zipfile.ZIP_STORED if entry == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, words, compress_type=packed)


write("handbook.ods", "spreadsheet", "On-call plan", SPREADSHEET)
write("handbook.odp", "presentation", "Restoring the archive", SLIDES)
