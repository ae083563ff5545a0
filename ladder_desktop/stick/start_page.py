"""The page "Start here", for a screen and for paper, from the same words."""

import base64
import html
from pathlib import Path

import msgspec

from ladder_desktop.export.pdf.handout import Sheet
from ladder_desktop.export.pdf.handout import Step as Drawn
from ladder_desktop.paths import ENGLISH, edition
from ladder_desktop.stick.workshop import Workshop
from ladder_desktop.words import TRANSLATIONS, Words, words_for
from ladder_desktop.workbook.details import printed_date

TEXTS = Path("stick", "start-here.toml")
WINDOW = Path("help", "window.png")
# Drawn in a square of 48, in lines.
PICTURES = {
    "windows": "M8 12l13-2v13H8zM24 9.500l16-2.500v16H24zM8 26h13v13l-13-2zM24 26h16v16l-16-2.500z",
    "mac": "M6 10h36v24H6zM6 29h36M19 41h10M21 34v7M27 34v7",
    "linux": "M6 9h36v30H6zM12 18l6 6-6 6M22 31h12",
    "write": "M9 39l3-10L33 8l7 7-21 21zM29 12l7 7",
    "paper": "M13 6h16l8 8v28H13zM29 6v8h8M18 22h14M18 28h14M18 34h9",
    "check": "M24 6l15 6v11c0 10-7 16-15 19-8-3-15-9-15-19V12zM17 24l5 6 10-11",
}
LOOK = """\
body{font:17px/1.5 system-ui,sans-serif;color:#1c2422;background:#faf9f6;margin:0 auto;
max-width:46rem;padding:2rem 1.2rem}
h1{font-size:2rem;margin:.2em 0}h2{font-size:1.15rem;margin:0 0 .2em}p{margin:.2em 0 0}
header{color:#4a5753}article{margin-bottom:3rem}
li{display:flex;gap:1.1rem;background:#fff;border:1px solid #d9d6cd;border-radius:10px;
padding:1rem 1.2rem;margin:.8rem 0;break-inside:avoid}ol{list-style:none;padding:0}
svg{flex:none;width:48px;height:48px;fill:none;stroke:#0b6b69;stroke-width:2.5;
stroke-linejoin:round;stroke-linecap:round}
img{width:100%;border:1px solid #d9d6cd;border-radius:10px;margin-top:1rem}
@media print{body{background:#fff;font-size:11pt}article+article{break-before:page}}
"""


class Step(msgspec.Struct, frozen=True):
    """One step: its picture's name, its title and what to do."""

    picture: str
    title: str
    text: str


class Page(msgspec.Struct, frozen=True):
    """The page in one language; `shows` says what its picture shows."""

    language: str
    heading: str
    intro: str
    shows: str
    steps: tuple[Step, ...]


class Texts(msgspec.Struct, frozen=True):
    """The page in every language."""

    pages: tuple[Page, ...]


def read_pages(resources: Path, language: str = ENGLISH) -> tuple[Page, ...]:
    """Return the words of the page in every language, with one of them first."""
    text = (resources / TEXTS).read_text(encoding="utf-8")
    pages = msgspec.toml.decode(text, type=Texts).pages
    first = language.partition("-")[0]
    return tuple(sorted(pages, key=lambda page: page.language != first))


def as_html(pages: tuple[Page, ...], workshop: Workshop, resources: Path) -> str:
    """Return the page for a screen: one file that fetches nothing."""
    head = html.escape(workshop.title or pages[0].heading)
    body = "".join(_article(page, workshop, resources) for page in pages)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return (
        f'<!DOCTYPE html>\n<html lang="{pages[0].language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{head}</title>\n<style>\n{LOOK}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def as_sheets(pages: tuple[Page, ...], workshop: Workshop, resources: Path) -> tuple[Sheet, ...]:
    """Return the page for paper, a sheet for each language."""
    return tuple(
        Sheet(
            page.language,
            page.heading,
            " · ".join(_facts(workshop, words_for(page.language, resources / TRANSLATIONS))),
            page.intro,
            tuple(Drawn(PICTURES[step.picture], step.title, step.text) for step in page.steps),
            edition(resources / WINDOW, page.language),
            page.shows,
        )
        for page in pages
    )


def _article(page: Page, workshop: Workshop, resources: Path) -> str:
    words = words_for(page.language, resources / TRANSLATIONS)
    facts = " · ".join(html.escape(fact) for fact in _facts(workshop, words))
    steps = "".join(
        f'<li><svg viewBox="0 0 48 48" aria-hidden="true"><path d="{PICTURES[step.picture]}"/>'
        f"</svg><div><h2>{html.escape(step.title)}</h2><p>{html.escape(step.text)}</p></div></li>\n"
        for step in page.steps
    )
    picture = edition(resources / WINDOW, page.language).read_bytes()
    return (
        f'<article lang="{page.language}">\n<header>{facts}</header>\n'
        f"<h1>{html.escape(page.heading)}</h1>\n<p>{html.escape(page.intro)}</p>\n"
        f"<ol>\n{steps}</ol>\n"
        f'<img alt="{html.escape(page.shows)}" src="data:image/png;base64,'
        f'{base64.b64encode(picture).decode()}">\n</article>\n'
    )


def _facts(workshop: Workshop, words: Words) -> list[str]:
    """Return what is known of the workshop: its title, day, leader and place."""
    day = printed_date(workshop.date, words) if workshop.date else ""
    told = (workshop.title, day, workshop.facilitator, workshop.organization)
    return [fact for fact in told if fact]
