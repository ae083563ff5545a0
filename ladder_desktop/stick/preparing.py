"""Writes a workshop stick; one that was not finished never looks whole."""

import errno
import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, reason_of
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import make_folder
from ladder_desktop.stick.contents import check_content, list_of
from ladder_desktop.stick.installers import Installer, numbers
from ladder_desktop.stick.names import (
    BLANKS,
    FILES,
    LARGEST,
    START_PAGE,
    SUMS,
    TEMPLATES,
    UNFINISHED,
    VERIFY,
    WORKSHOP,
    StickError,
    plain_name,
)
from ladder_desktop.stick.workshop import Workshop, WorkshopFile, name_of, workshop_text
from ladder_desktop.words import TRANSLATIONS, Words, words_for
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

BLOCK = 1 << 20
ROOM = 8_000_000  # bytes that are left free, for the pages that are made on the way
SCRIPTS = ("verify-windows.cmd", "verify-mac.command", "verify-linux.sh")
UNFINISHED_WORDS = (
    "This stick is not finished. Prepare it again.\r\n"
    "Esta memoria no está completa. Vuelva a prepararla.\r\n"
)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a stick is to hold.

    Attributes:
        workshop: its title, date and so on; templates and files are added by `prepare`.
        templates: the templates of its workbooks, each with whether it is built in.
        files: what participants read without internet.
        installers: what installs the program.
        resources: the folder of the program's own data.
    """

    workshop: Workshop
    templates: tuple[tuple[Template, bool], ...]
    files: tuple[Path, ...]
    installers: tuple[Installer, ...]
    resources: Path


def prepare(plan: Plan, stick: Path, words: Words, progress: Progress | None = None) -> Workshop:
    """Write a stick into a folder, which is empty or holds an earlier stick.

    Raises:
        StickError: something does not fit, or the stick is full, gone or broken.
    """
    for path in plan.files:
        check_content(path)
    with _told(stick):
        _check_place(stick)
        sizes = dict(_sizes(plan))
        writing = _Writing(stick, progress or (lambda _done, _total: None), sizes)
        writing.begin()
        workshop = _write(plan, writing, words)
        writing.finish(workshop)
    return workshop


class _Writing:
    """A stick that is being written."""

    def __init__(self, stick: Path, progress: Progress, sizes: Mapping[str, int]) -> None:
        self._stick = stick
        self._sums: dict[str, str] = {}
        self._progress = progress
        self._sizes = sizes
        self._total = sum(sizes.values())
        self._done = 0

    def begin(self) -> None:
        """Mark the stick as not finished, before anything on it changes."""
        make_folder(self._stick)
        earlier = list_of(self._stick)
        given_back = sum(_size_of(self._stick / place) for place in {*earlier, *self._sizes})
        if shutil.disk_usage(self._stick).free + given_back < self._total + ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._put(UNFINISHED, UNFINISHED_WORDS.encode())
        # what an earlier stick held goes, and nothing else that lies there
        for name in (SUMS, WORKSHOP, *earlier):
            (self._stick / name).unlink(missing_ok=True)

    def write(self, place: str, data: bytes) -> None:
        """Write a file and remember its sum."""
        self._put(place, data)
        self._sums[place] = hashlib.sha256(data).hexdigest()

    def copy(self, place: str, source: Path) -> None:
        """Copy a file and remember its sum."""
        target = self._stick / place
        make_folder(target.parent)
        digest = hashlib.sha256()
        with source.open("rb") as reading, target.open("wb") as file:
            while block := reading.read(BLOCK):
                file.write(block)
                digest.update(block)
                self._advance(len(block))
            _settle(file.fileno())
        self._sums[place] = digest.hexdigest()

    def unpack(self, top: str, archive: Path) -> None:
        """Unpack a ZIP file without the folder that it holds."""
        with zipfile.ZipFile(archive) as packed:
            for name in packed.namelist():
                inner = name.partition("/")[2]
                if inner and not name.endswith("/"):
                    self.write(f"{top}/{inner}", packed.read(name))

    def finish(self, workshop: Workshop) -> None:
        """Write the sums, and take the mark away last."""
        self.write(WORKSHOP, workshop_text(workshop).encode())
        lines = (f"{digest}  {place}\n" for place, digest in sorted(self._sums.items()))
        self._put(SUMS, "".join(lines).encode())
        (self._stick / UNFINISHED).unlink()
        self._progress(self._total, self._total)

    def _put(self, place: str, data: bytes) -> None:
        target = self._stick / place
        make_folder(target.parent)
        with target.open("wb") as file:
            file.write(data)
            _settle(file.fileno())
        self._advance(len(data))

    def _advance(self, by: int) -> None:
        self._done += by
        self._progress(min(self._done, self._total), self._total)


def _write(plan: Plan, writing: _Writing, words: Words) -> Workshop:
    """Write all but the sums, and return the workshop as it stands on the stick."""
    files, own = [], []
    for installer in plan.installers:
        if installer.path.suffix == ".zip":
            writing.unpack(installer.name, installer.path)
        else:
            writing.copy(installer.name, installer.path)
    for path in plan.files:
        place = _place(path)
        writing.copy(place, path)
        files.append(WorkshopFile(path.stem, place))
    for template, is_built_in in plan.templates:
        if is_built_in:
            own.append(name_of(template))
        else:
            own.append(f"{TEMPLATES}/{template.id}.toml")
            writing.write(own[-1], template.text.encode())
        _write_blanks(writing, template, plan.resources)
    versions = [installer.version for installer in plan.installers]
    workshop = msgspec.structs.replace(
        plan.workshop,
        files=tuple(files),
        templates=tuple(own),
        program=min(versions, key=numbers, default=""),
    )
    _write_start_page(writing, plan.resources, workshop, words)
    for script in SCRIPTS:
        writing.write(f"{VERIFY}/{script}", (plan.resources / "stick" / script).read_bytes())
    return workshop


def _write_blanks(writing: _Writing, template: Template, resources: Path) -> None:
    """Write the blank workbook, to write on by hand and to fill in on a screen."""
    words = words_for(template.header.language, resources / TRANSLATIONS)
    # everybody writes on the same sheets: at their foot stands nobody's id
    workbook = msgspec.structs.replace(new_workbook(template, Details()), identity="")
    with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
        for label, options in (
            (words("to write on"), ExportOptions(preset="blank")),
            (words("to fill in on a screen"), ExportOptions(preset="blank", form=True)),
        ):
            made = Path(folder, "blank.pdf")
            export(workbook, "pdf", made, options, words)
            name = plain_name(f"{template.title} - {label}", ".pdf")
            writing.write(f"{BLANKS}/{name}", made.read_bytes())


def _write_start_page(writing: _Writing, resources: Path, workshop: Workshop, words: Words) -> None:
    # half a second of imports that only a stick, and an export, need
    from ladder_desktop.export.pdf import handout  # noqa: PLC0415
    from ladder_desktop.stick import start_page  # noqa: PLC0415

    pages = start_page.read_pages(resources, words.language)
    writing.write(f"{START_PAGE}.html", start_page.as_html(pages, workshop, resources).encode())
    sheets = start_page.as_sheets(pages, workshop, resources)
    with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
        made = Path(folder, "start.pdf")
        handout.write(workshop.title or pages[0].heading, sheets, made, words)
        writing.write(f"{START_PAGE}.pdf", made.read_bytes())


def _sizes(plan: Plan) -> Iterator[tuple[str, int]]:
    """Yield where the large files will lie, and how large they are."""
    for path in plan.files:
        yield _place(path), _checked_size(path)
    for installer in plan.installers:
        if installer.path.suffix != ".zip":
            yield installer.name, _checked_size(installer.path)
            continue
        with zipfile.ZipFile(installer.path) as packed:
            for entry in packed.infolist():
                inner = entry.filename.partition("/")[2]
                yield f"{installer.name}/{inner}", entry.file_size


def _checked_size(path: Path) -> int:
    size = path.stat().st_size
    if size > LARGEST:
        raise StickError(
            N_("“{name}” is larger than 4 GB, which most sticks can't hold."), name=path.name
        )
    return size


def _size_of(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _place(path: Path) -> str:
    """Return where a workshop's file lies on the stick."""
    return f"{FILES}/{plain_name(path.stem, path.suffix.lower())}"


def _check_place(stick: Path) -> None:
    """Refuse a folder that holds something else than a stick: nothing of it is to be lost."""
    if stick.is_dir():
        held = {path.name for path in stick.iterdir() if not path.name.startswith(".")}
        is_ours = bool(held & {WORKSHOP, UNFINISHED})
        if held - {"System Volume Information"} and not is_ours:
            raise StickError(
                N_("“{folder}” holds other files. Choose an empty folder or an empty stick."),
                folder=str(stick),
            )


def _settle(handle: int) -> None:
    """Wait until a file is on the medium, so that a full or broken one is noticed here."""
    os.fsync(handle)


@contextmanager
def _told(stick: Path) -> Iterator[None]:
    """Word what a stick does to those who write on it."""
    try:
        yield
    except OSError as error:
        raise StickError(_message(error), folder=str(stick), reason=reason_of(error)) from None


def _message(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return N_("There is not enough room in “{folder}”. Make room, or take a larger stick.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return N_("“{folder}” can't be written: it is protected. Is there a switch on the stick?")
    if error.errno in {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE}:
        return N_(
            "The stick at “{folder}” was pulled out or is broken. It is not finished: put it in "
            "again, or take another, and prepare it anew."
        )
    return N_("“{folder}” can't be written: {reason}. It is not finished: prepare it anew.")
