"""What is pasted from elsewhere keeps its lists, bold, italic and links, and nothing else."""

import pytest
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.rich_text import DEEPEST, LONGEST, MOST_ITEMS, marked_text

GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {{margin:0}} --></style>
</head><body lang=EN-US><!--StartFragment-->
<p class=MsoNormal><b>Bold</b> and <i>italic</i> <a href="https://example.org/x">a link</a>
<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·{GAP}</span><![endif]>First
</p><p class=MsoListParagraph style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>o{GAP}</span><![endif]>Nested <b>item</b></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>
<![if !supportLists]><span style='mso-list:Ignore'>7.{GAP}</span><![endif]>Number seven</p>
<!--EndFragment--></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38;"><span style="font-family:Arial;font-weight:700;">Bold</span>
<span style="font-weight:400;"> and </span><span style="font-style:italic;">italic</span></p>
<ul><li dir="ltr" style="list-style-type:disc;"><p role="presentation"><span>First</span></p></li>
<ul><li dir="ltr" style="list-style-type:circle;"><p><span>Nested </span>
<span style="font-weight:700;">item</span></p></li></ul></ul>
<ol><li><p><span>One</span></p></li><li><p><span>Two</span></p></li></ol></b>"""
WEB = """<div>Some <strong>strong</strong>, <em>soft</em> <font color=red size=7>red</font>
<script>alert(1)</script><style>p {color: red}</style>
<a href="javascript:alert(1)">words</a></div>
<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>"""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            WORD,
            (
                "**Bold** and *italic* [a link](https://example.org/x)\n"
                "- First\n  - Nested **item**\n7. Number seven"
            ),
        ),
        (GOOGLE, "**Bold** and *italic*\n- First\n  - Nested **item**\n1. One\n2. Two"),
        (WEB, "Some **strong**, *soft* red words\n- a\n  1. b\n    - c\n- d"),
    ],
    ids=["Word", "Google Docs", "web"],
)
def test_lists_bold_italic_and_links_are_kept(qtbot: QtBot, html: str, text: str) -> None:
    """Nested and numbered lists, too; colours, sizes and fonts, scripts and unsafe links go."""
    lines = [line.rstrip() for line in marked_text(html, "plain").split("\n")]

    assert "\n".join(lines) == text


@pytest.mark.parametrize(
    "html",
    [
        "<b>" * (DEEPEST + 1) + "x",
        "<ul>" + "<li>x</li>" * (MOST_ITEMS + 1),
        "<div>" * 200_000,
        "<b>x</b>" * (LONGEST // 8 + 1),
        "<p>no look at all</p>",
        "<table><tr><td>1</td><td><b>2</b></td></tr></table>",
        "",
    ],
    ids=["deep", "list", "deeper", "long", "plain", "table", "empty"],
)
def test_the_plain_text_is_taken_where_it_says_more(qtbot: QtBot, html: str) -> None:
    """What no person wrote so, and what has nothing to mark, is taken as its plain text."""
    assert marked_text(html, "plain") == "plain"


def test_a_line_of_many_looks_is_taken_without_them(qtbot: QtBot) -> None:
    """A paragraph that is bold and plain in turns for ever costs no more than its text."""
    html = "<p>" + "a <b>b</b> " * 20_000

    assert marked_text(html, "plain").replace(" ", "") == "ab" * 20_000


def test_pictures_are_not_fetched(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither from the net nor from the disk: only the text around them is taken."""
    html = '<p><b>x</b><img src="http://192.0.2.1/a.png"><img src="file:///etc/passwd">y</p>'

    text = marked_text(html, "plain")

    assert text.replace("\ufffc", "") == "**x**y"
    assert capfd.readouterr().err == ""
