"""The styles of a document: named, so that people can change its look in one place."""

from dataclasses import dataclass

from ladder_desktop.export.docx.look import Look
from ladder_desktop.export.docx.xml import Element, w

LATIN, COMPLEX = "Calibri", "Arial"
_EAST_FONTS = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_EAST_LANGUAGES = {"ja": "ja-JP", "ko": "ko-KR", "zh": "zh-CN"}
_RIGHT_LANGUAGES = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ur": "ur-PK"}
_SINGLE = 240  # a line of its letters' own height, in 240ths
DEEPEST_HEADING = 5


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A style of paragraphs; lengths in points.

    Attributes:
        id: its name in the file.
        name: its name in Word.
        size: of the letters.
        colour: the name of a colour of the palette.
        line: from line to line, in parts of the letters' height.
        after: room below.
        before: room above.
        keep: stays on the page of what follows.
        next: the style of the paragraph that Enter begins.
    """

    id: str
    name: str
    size: float
    colour: str = "ink"
    bold: bool = False
    italic: bool = False
    line: float = 1.2
    after: float = 4
    before: float = 0
    indent: float = 0
    keep: bool = False
    outline: int | None = None
    next: str = ""
    ruled: str = ""


TEXT_STYLES = (
    TextStyle("Title", "Title", 25, bold=True, line=1.05, after=16, keep=True, ruled="accent"),
    TextStyle("Heading1", "heading 1", 18, "accent", bold=True, line=1.05, after=8, before=34,
              keep=True, outline=0, next="Intro"),
    TextStyle("Heading2", "heading 2", 13, bold=True, line=1.1, after=5, before=22, keep=True,
              outline=1, next="Answer"),
    TextStyle("Heading3", "heading 3", 11, "accent", bold=True, after=4, before=15, keep=True,
              outline=2, next="Answer"),
    TextStyle("Heading4", "heading 4", 10.5, "accent", bold=True, after=4, before=12, keep=True,
              outline=3, next="Answer"),
    TextStyle("Heading5", "heading 5", 10.5, "muted", bold=True, after=4, before=10, keep=True,
              outline=4, next="Answer"),
    TextStyle("Intro", "Intro", 10.5, line=1.3, after=7),
    TextStyle("Guidance", "Guidance", 9.5, "muted", line=1.25, after=5, keep=True),
    TextStyle("Question", "Question", 10.5, bold=True, line=1.2, after=4, before=13, keep=True,
              next="Answer"),
    TextStyle("OwnQuestionLabel", "Own Question Label", 9, "muted", after=1, before=13, keep=True),
    TextStyle("OwnQuestion", "Own Question", 10.5, bold=True, after=4, keep=True, next="Answer"),
    TextStyle("Answer", "Answer", 10.5, line=1.3, after=3, indent=11),
    TextStyle("TickedItem", "Ticked Item", 10.5, line=1.2, after=3, before=6, next="ItemRemark"),
    TextStyle("ItemRemark", "Item Remark", 10.5, line=1.25, after=3, indent=21),
    TextStyle("Level", "Level", 9, "muted", line=1.15, after=0),
    TextStyle("TableHead", "Table Head", 9, "accent", bold=True, line=1.15, after=0, keep=True),
    TextStyle("TableCell", "Table Cell", 9.75, line=1.2, after=0),
    TextStyle("NarrowTableHead", "Narrow Table Head", 8, "accent", bold=True, line=1.1, after=0,
              keep=True),
    TextStyle("NarrowTableCell", "Narrow Table Cell", 8.25, line=1.15, after=0),
    TextStyle("DetailLabel", "Detail Label", 9.5, "muted", line=1.2, after=0),
    TextStyle("Caption", "caption", 10.5, bold=True, line=1.2, after=4, before=13, keep=True),
    TextStyle("PictureDescription", "Picture Description", 9.5, "muted", line=1.25, after=7,
              indent=11),
    TextStyle("ItemPictureDescription", "Item Picture Description", 9.5, "muted", line=1.25,
              after=7, indent=21),
    TextStyle("CellPictureDescription", "Cell Picture Description", 9, "muted", line=1.2, after=3),
    TextStyle("WritingLine", "Writing Line", 10.5, line=2.2, after=0, ruled="border"),
    TextStyle("Footer", "footer", 8, "muted", line=1.1, after=0),
)  # fmt: skip


def styles(look: Look, language: str) -> list[Element]:
    """Return the children of `w:styles`, in their order."""
    return [
        _defaults(look, language),
        _base("paragraph", "Normal", "Normal"),
        _base("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _base("table", "TableNormal", "Normal Table", _no_borders()),
        _base("numbering", "NoList", "No List"),
        *(_text_style(style, look) for style in TEXT_STYLES),
        *_letter_styles(look),
        _table_style(look),
    ]


def run_properties(look: Look, style: TextStyle) -> list[Element]:
    """Return how the letters of a style look."""
    found = [w("b"), w("bCs")] if style.bold else []
    found += [w("i"), w("iCs")] if style.italic else []
    size = look.size(style.size)
    colour = getattr(look.palette, style.colour)
    return [*found, w("color", val=colour), w("sz", val=size), w("szCs", val=size)]


def east_language(language: str) -> str:
    """Return the tag by which Word chooses East Asian letters."""
    return _EAST_LANGUAGES.get(language.partition("-")[0], "zh-CN")


def _defaults(look: Look, language: str) -> Element:
    primary = language.partition("-")[0]
    fonts = w(
        "rFonts",
        ascii=LATIN,
        hAnsi=LATIN,
        cs=COMPLEX,
        eastAsia=_EAST_FONTS.get(primary, _EAST_FONTS["zh"]),
    )
    spoken = w(
        "lang",
        val=language,
        eastAsia=east_language(language),
        bidi=_RIGHT_LANGUAGES.get(primary, "ar-SA"),
    )
    size = look.size(10.5)
    letters = w("rPr", fonts, w("sz", val=size), w("szCs", val=size), spoken)
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr")))


def _base(kind: str, name: str, title: str, *children: Element) -> Element:
    style = w("style", w("name", val=title), *children, type=kind, default=1, styleId=name)
    if kind != "paragraph":
        style.insert(1, w("uiPriority", val=99))
    return style


def _text_style(style: TextStyle, look: Look) -> Element:
    children = [w("name", val=style.name), w("basedOn", val="Normal")]
    if style.next:
        children.append(w("next", val=style.next))
    children += [w("qFormat"), _paragraph(style, look)]
    children.append(w("rPr", *run_properties(look, style)))
    return w("style", *children, type="paragraph", styleId=style.id)


def _paragraph(style: TextStyle, look: Look) -> Element:
    children = [w("keepNext")] if style.keep else []
    if style.outline is not None:
        children.append(w("keepLines"))
    if style.ruled:
        colour = getattr(look.palette, style.ruled)
        size, space = (18, 8) if style.ruled == "accent" else (4, 1)
        line = w("bottom", val="single", sz=size, space=space, color=colour)
        children.append(w("pBdr", line))
        if style.ruled == "border":
            children[-1].append(w("between", val="single", sz=size, space=space, color=colour))
    length = look.length
    children.append(
        w(
            "spacing",
            before=length(style.before),
            after=length(style.after),
            line=round(_SINGLE * style.line),
            lineRule="auto",
        )
    )
    if style.indent:
        children.append(w("ind", left=length(style.indent)))
    if style.outline is not None:
        children.append(w("outlineLvl", val=style.outline))
    return w("pPr", *children)


def _letter_styles(look: Look) -> list[Element]:
    return [
        _letters("Hyperlink", "Hyperlink", w("color", val=look.palette.accent),
                 w("u", val="single")),
        _letters("PlaceholderText", "Placeholder Text", w("i"), w("iCs"),
                 w("color", val=look.palette.muted)),
        _letters("RemarkLabel", "Remark Label", w("b"), w("bCs"),
                 w("color", val=look.palette.muted)),
        _letters("Rating", "Rating", w("b"), w("bCs"), w("color", val=look.palette.accent)),
    ]  # fmt: skip


def _letters(name: str, title: str, *properties: Element) -> Element:
    based = w("basedOn", val="DefaultParagraphFont")
    children = (w("name", val=title), based, w("rPr", *properties))
    return w("style", *children, type="character", styleId=name)


def _no_borders() -> Element:
    sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    margins = (w(side, w=width, type="dxa") for side, width in sides)
    return w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *margins))


def _table_style(look: Look) -> Element:
    """Return hairlines between rows, and a tinted head."""
    thin = {"val": "single", "sz": 4, "space": 0, "color": look.palette.hairline}
    borders = w("tblBorders", w("top", **thin), w("bottom", **thin), w("insideH", **thin))
    padding = ((side, look.length(4.5)) for side in ("top", "bottom"))
    margins = {side: w(side, w=width, type="dxa") for side, width in padding}
    sides = {side: w(side, w=look.length(6), type="dxa") for side in ("left", "right")}
    order = (margins["top"], sides["left"], margins["bottom"], sides["right"])
    head = w("tcPr", w("shd", val="clear", color="auto", fill=look.palette.tint))
    return w(
        "style",
        w("name", val="Workbook Table"),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w("tblPr", borders, w("tblCellMar", *order)),
        w("tblStylePr", head, type="firstRow"),
        type="table",
        styleId="WorkbookTable",
    )
