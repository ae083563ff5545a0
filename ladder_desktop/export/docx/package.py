"""Puts the parts of a Word document together and writes the same bytes for the same workbook."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.opc.rel import Relationships
from docx.shared import Twips

from ladder_desktop.document.clean import one_line
from ladder_desktop.document.nodes import Document
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.docx import story
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.look import TWENTIETHS, Look
from ladder_desktop.export.docx.pictures import add_files
from ladder_desktop.export.docx.styles import styles
from ladder_desktop.export.docx.xml import Element, w
from ladder_desktop.export.options import Job
from ladder_desktop.export.target import appearing

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_LONGEST_PROPERTY = 255  # what python-docx, and Word, take
_LAYOUT = "15"  # Word's of 2013 and later
# What python-docx's empty document brings along and this one does without.
_UNUSED = ("customXml", "fontTable", "stylesWithEffects", "webSettings")
_UNUSED_OUTSIDE = ("extended-properties", "thumbnail")
_MARGIN, _FOOT = 62, 34  # points above and below the text; from the foot to the paper's edge
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PAGE, _PAGES = "\ue000", "\ue001"


def write(job: Job) -> None:
    """Write a workbook as a Word document.

    Raises:
        ExportError: it can't be written, a password was asked for, or it was stopped.
    """
    if job.options.password:
        raise ExportError(
            N_("A Word document can't be given a password here. Leave it out, or write a PDF.")
        )
    document = job.document
    primary = document.language.partition("-")[0]
    kit = Kit(
        Look(job.options),
        job.words,
        primary not in _RIGHT_TO_LEFT,
        pictures=document.pictures,
    )
    made = docx.Document()
    _fill(job, made, kit)
    _furnish(made, kit, document)
    with appearing(job.target) as temporary:
        _save(made, temporary)


def _fill(job: Job, made: WordDocument, kit: Kit) -> None:
    """Put the text in, and ask after each part whether to go on."""
    body = made.element.body
    ending = body[-1]
    total = len(job.document.sections) + 1
    for done, part in enumerate(_parts(kit, job.document)):
        for element in part:
            if job.cancelled():
                raise ExportError(N_("The export was stopped. Nothing was changed."))
            ending.addprevious(element)
        job.progress(done + 1, total)


def _parts(kit: Kit, document: Document) -> Iterator[Iterator[Element]]:
    yield story.front(kit, document)
    for section in document.sections:
        yield story.Teller(kit).section(section)


def _furnish(made: WordDocument, kit: Kit, document: Document) -> None:
    """Give the document its styles, lists, pages, links and properties."""
    part = made.part
    _refill(part.styles.element, styles(kit.look, document.language))
    _refill(part.numbering_part.element, kit.numbering.children(kit.look))
    _refill(made.settings.element, _settings(kit, document))
    _set_pages(made, kit, document)
    for address, name in kit.links.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
    add_files(made, kit)
    _set_properties(made, document)
    _drop(part.rels, _UNUSED)
    _drop(part.package.rels, _UNUSED_OUTSIDE)


def _refill(element: Element, children: list[Element]) -> None:
    del element[:]
    element.extend(children)


def _drop(relations: Relationships, unused: tuple[str, ...]) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype.endswith(unused):
            del relations[name]


def _settings(kit: Kit, document: Document) -> list[Element]:
    uri = "http://schemas.microsoft.com/office/word"
    modern = w("compatSetting", name="compatibilityMode", uri=uri, val=_LAYOUT)
    return [
        w("zoom", percent=100),
        *([w("mirrorMargins")] if kit.look.mirrored else []),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", modern),
        w("themeFontLang", val=document.language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]


def _set_pages(made: WordDocument, kit: Kit, document: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = (Twips(side) for side in kit.look.paper)
    section.left_margin, section.right_margin = Twips(kit.look.inner), Twips(kit.look.outer)
    section.top_margin = section.bottom_margin = Twips(_MARGIN * TWENTIETHS)
    section.footer_distance = Twips(_FOOT * TWENTIETHS)
    foot = section.footer._element  # noqa: SLF001 - its paragraph is made like all others
    _refill(foot, [_footer(kit, document)])


def _footer(kit: Kit, document: Document) -> Element:
    """Return the line below each page: what it belongs to, and which page it is."""
    stop = w("tabs", w("tab", val="right", pos=kit.look.column))
    parts = (document.title, document.author, document.identity)
    left = "   ·   ".join(one_line(part) for part in parts if part.strip())
    right = [*_counted(kit, kit.words("Page {number} of {count}", number=_PAGE, count=_PAGES))]
    inside = [*kit.runs(left), w("r", w("tab")), *right]
    return kit.paragraph("Footer", inside, left, stop)


def _counted(kit: Kit, said: str) -> Iterator[Element]:
    fields = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}
    for part in re.split(f"([{_PAGE}{_PAGES}])", said):
        if part in fields:
            yield w("fldSimple", *kit.runs("1"), instr=fields[part])
        elif part:
            yield from kit.runs(part)


def _set_properties(made: WordDocument, document: Document) -> None:
    """Set title, author and language; no dates, which would differ at every export."""
    properties = made.core_properties
    _refill(properties._element, [])  # noqa: SLF001 - there is no other way to take dates out
    properties.title = one_line(document.title)[:_LONGEST_PROPERTY]
    properties.author = one_line(document.author)[:_LONGEST_PROPERTY]
    properties.identifier = one_line(document.identity)[:_LONGEST_PROPERTY]
    properties.language = document.language


def _save(made: WordDocument, path: Path) -> None:
    """Write the file with no time in it; with a clock before 1980 there would be no file at all."""
    package = made.part.package
    with zipfile.ZipFile(path, "w") as target:
        timeless = _TimelessWriter(target)
        # python-docx's own way to write all of it takes the time of now along
        writer: Any = PackageWriter
        writer._write_content_types_stream(timeless, package.parts)  # noqa: SLF001
        writer._write_pkg_rels(timeless, package.rels)  # noqa: SLF001
        writer._write_parts(timeless, package.parts)  # noqa: SLF001


class _TimelessWriter:
    """Takes what python-docx writes into its package, and puts it into a ZIP file."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._target = target

    def write(self, name: PackURI, content: bytes) -> None:
        """Put one part in."""
        plain = zipfile.ZipInfo(name.membername, _EPOCH)
        # pictures are packed already
        is_picture = name.membername.startswith("word/media/")
        plain.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
        plain.external_attr = 0o600 << 16
        self._target.writestr(plain, content)
