"""Opens a Word document that may be damaged, enormous or a trap; nothing in it is followed.

Only the text, the styles, the lists and the addresses of links are looked at. Pictures, macros,
embedded objects and what lies elsewhere are left alone.
"""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lxml import etree

from ladder_desktop.errors import N_, LadderError, reason_of
from ladder_desktop.export.docx.xml import RELATIONS, WORD, Element

LARGEST_FILE = 200_000_000  # bytes; pictures make documents large, and they are not read
LARGEST_PART = 64_000_000  # bytes; 2,000 pages of this program's own take 30 million
MOST_TAGS = 2_500_000  # half a million cells; a table of 2,000 rows takes 120,000
MOST_ENTRIES = 20_000
# What Word writes at the start of old or locked files: [MS-CFB], section 2.2.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream's name: [MS-OFFCRYPTO], 2.3.4.1
_LOOKED_THROUGH = 4_000_000  # bytes of an old file in which that name stands
_RICH_TEXT = b"{\\rtf"
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_LOCKED = 0x1  # bit 0 of an entry's flags: APPNOTE.TXT, 4.4.4
_CHUNK = 1 << 20

# The strict form of the standard differs in its names alone: ISO/IEC 29500-1, annex A.
_STRICT_NAMES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
}
_NAMES_STAND_IN = 4_000  # bytes at the start of a part
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "wordprocessingml"


class DocumentError(LadderError):
    """A document from elsewhere that can't be read."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word document that hold text.

    Attributes:
        name: what messages call it.
        body: the text.
        styles: the styles, or None.
        numbering: the lists, or None.
        links: for each relation's id the address it leads to.
        properties: title, language, creator and identifier, as far as they are given.
    """

    name: str
    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    links: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)


def open_word(path: Path) -> WordFile:
    """Open a Word document.

    Raises:
        DocumentError: it is none, or none that is safe to read; says what to do.
    """
    try:
        with path.open("rb") as stream:
            _check_start(stream, path.name)
            with zipfile.ZipFile(stream) as package:
                return _Package(package, path.name).read()
    except OSError as error:
        raise DocumentError(
            N_("“{file}” can't be read: {reason}. Check its name and your rights to it."),
            file=path.name,
            reason=reason_of(error),
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        raise _damaged(path.name) from None


def parsed(data: bytes, name: str) -> Element:
    """Return the root of an XML text; `name` is what errors call the document.

    Raises:
        DocumentError: it is no XML, or XML that would do more than hold text.
    """
    doctypes = ("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
    if any(doctype in data for doctype in doctypes):
        raise _trap(name)
    if data.count(b"<") > MOST_TAGS:
        raise too_large(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError):
        raise _damaged(name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _trap(name)
    return root


def _check_start(stream: IO[bytes], name: str) -> None:
    """Raise a DocumentError for what is no zip file at all, and tell people what it is."""
    start = stream.read(_LOOKED_THROUGH)
    size = stream.seek(0, 2)
    stream.seek(0)
    if start.startswith(_COMPOUND) and _LOCKED in start:
        raise _locked(name)
    if start.startswith((_COMPOUND, _RICH_TEXT)):
        message = N_(
            "“{file}” is a document of an older kind. Open it in Word and save it as .docx."
        )
        raise DocumentError(message, file=name)
    if not start:
        raise DocumentError(N_("“{file}” is empty. Look for another copy of it."), file=name)
    if not start.startswith(b"PK"):
        raise _no_document(name)
    if size > LARGEST_FILE:
        raise too_large(name)


class _Package:
    """Reads the parts of one package, each within bounds."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self._package = package
        self._name = name
        self._entries = {entry.filename: entry for entry in package.infolist()}

    def read(self) -> WordFile:
        """Return the parts that hold text."""
        if len(self._entries) > MOST_ENTRIES:
            raise too_large(self._name)
        self._check_kind()
        main, core = self._main()
        relations = self._relations(main)
        parts = {kind: target for kind, target, outside in relations.values() if not outside}
        links = {
            key: target
            for key, (kind, target, outside) in relations.items()
            if kind == "hyperlink" and outside
        }
        return WordFile(
            self._name,
            self._body(main),
            self._part(parts.get("styles", "")),
            self._part(parts.get("numbering", "")),
            links,
            self._properties(core),
        )

    def _check_kind(self) -> None:
        """Raise a DocumentError for packages of other programs, and for macros."""
        types = self._part("[Content_Types].xml")
        if types is None:
            raise _no_document(self._name)
        kinds = {str(each.get("ContentType")) for each in types if isinstance(each.tag, str)}
        kinds |= {each.lower() for each in kinds}
        holds_code = any(name.lower().endswith("vbaproject.bin") for name in self._entries)
        if holds_code or any("macroenabled" in kind for kind in kinds):
            raise DocumentError(
                N_(
                    "“{file}” holds macros, which are programs. Open it in Word if you know who "
                    "wrote it, and save it as a Word document without macros (.docx)."
                ),
                file=self._name,
            )
        if not any(_MAIN in kind for kind in kinds):
            raise _no_document(self._name)

    def _main(self) -> tuple[str, str]:
        """Return the names of the part with the text and of the one with the properties."""
        main, core = "", ""
        for kind, target, outside in self._relations("").values():
            if kind == "officeDocument" and not outside:
                main = main or target
            elif kind == "core-properties" and not outside:
                core = core or target
        if main not in self._entries:
            raise _no_document(self._name)
        return main, core

    def _body(self, main: str) -> Element:
        root = self._part(main)
        body = None if root is None else root.find("{*}body")
        if body is None:
            raise _no_document(self._name)
        return body

    def _relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Return for each relation of a part what kind it is, its target, and if it is outside."""
        folder, name = posixpath.split(part)
        root = self._part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str, bool]] = {}
        for each in root.iter(_RELATION) if root is not None else ():
            kind = str(each.get("Type")).rpartition("/")[2]
            target = str(each.get("Target"))
            outside = each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[str(each.get("Id"))] = (kind, target, outside)
        return found

    def _properties(self, core: str) -> dict[str, str]:
        root = self._part(core)
        found: dict[str, str] = {}
        for each in root.iter(f"{_DUBLIN}*") if root is not None else ():
            found[str(each.tag).removeprefix(_DUBLIN)] = (each.text or "").strip()
        return found

    def _part(self, name: str) -> Element | None:
        """Return the root of a part, None where there is no such part."""
        entry = self._entries.get(name)
        return None if entry is None else parsed(self._bytes(entry), self._name)

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        """Return what an entry holds; what it says about its size is not believed."""
        if entry.flag_bits & _IS_LOCKED:
            raise _locked(self._name)
        if entry.compress_type not in _COMPRESSIONS:
            raise _damaged(self._name)
        found = bytearray()
        with self._package.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                found += chunk
                if len(found) > LARGEST_PART:
                    raise too_large(self._name)
        return _transitional(bytes(found))


def _transitional(data: bytes) -> bytes:
    for strict, usual in _STRICT_NAMES.items():
        if strict in data[:_NAMES_STAND_IN]:
            data = data.replace(strict, usual)
    return data


def _damaged(name: str) -> DocumentError:
    message = N_("“{file}” is damaged and can't be read. Look for another copy of it.")
    return DocumentError(message, file=name)


def _no_document(name: str) -> DocumentError:
    message = N_("“{file}” is not a Word document. Save it as a Word document (.docx) first.")
    return DocumentError(message, file=name)


def _locked(name: str) -> DocumentError:
    message = N_(
        "“{file}” is locked with a password. Open it in Word, take the password out and save it."
    )
    return DocumentError(message, file=name)


def _trap(name: str) -> DocumentError:
    message = N_(
        "“{file}” holds instructions that no Word document needs, so it was not opened. Ask for "
        "another copy, or copy its text into a new document."
    )
    return DocumentError(message, file=name)


def too_large(name: str) -> DocumentError:
    """Return the error for a document that would take too long, or too much memory."""
    message = N_(
        "“{file}” is too large to be read here. Take a part of it that is shorter, in a document "
        "of its own."
    )
    return DocumentError(message, file=name)
