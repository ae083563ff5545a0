"""The files that make the program at home on a Linux desktop."""

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from building.job import APP, Job

ICON = Path("ladder_desktop", "resources", "icons", "fixed", f"{APP}.svg")
# Where the release's pages can be found, if it is known: pictures have to be fetched from there.
HOMEPAGE = "LADDER_HOMEPAGE"
_DEFAULT = ' type="default"'
# What is shown of it there, from the pictures of the program's help.
SCREENSHOTS = {
    "window.png": "A workbook: a tab for each section, and a box under each question",
    "rubric.png": "Rating practices with notes and evidence",
    "export.png": "Printing the workbook, or a part of it, as PDF",
}


def install(job: Job, source: Path, share: Path) -> None:
    """Put menu entry, icon, file type, description and manual into a folder `share`."""
    places = {
        f"{APP}.desktop": share / "applications" / f"{APP}.desktop",
        f"{APP}.mime.xml": share / "mime" / "packages" / f"{APP}.xml",
        f"{APP}.metainfo.xml": share / "metainfo" / "org.ladderdesktop.LadderDesktop.metainfo.xml",
    }
    for name, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(filled(job, name), encoding="utf-8")
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP}.svg"
    icon.parent.mkdir(parents=True)
    shutil.copyfile(source / ICON, icon)
    manual = share / "man" / "man1" / f"{APP}.1.gz"
    manual.parent.mkdir(parents=True)
    write_gzip(manual, filled(job, f"{APP}.1"))


def filled(job: Job, name: str) -> str:
    """Return a file of `packaging/linux` with version, date and pictures put in."""
    text = (job.packaging / "linux" / name).read_text(encoding="utf-8")
    day = datetime.fromtimestamp(job.epoch, UTC).date().isoformat()
    return (
        text.replace("@VERSION@", job.version)
        .replace("@DATE@", day)
        .replace("@SCREENSHOTS@\n", _screenshots(job))
    )


def write_gzip(target: Path, text: str) -> None:
    """Write a text, packed, without a time in it."""
    target.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def put_screenshots(job: Job) -> None:
    """Put the pictures beside the installers, so that a release can hold them."""
    for name, picture in _pictures(job).items():
        shutil.copyfile(picture, job.dist / name)


def _pictures(job: Job) -> dict[str, Path]:
    """Return the pictures that were taken, by their names."""
    places = {name: job.house.root / "resources" / "help" / name for name in SCREENSHOTS}
    return {name: place for name, place in places.items() if place.is_file()}


def _screenshots(job: Job) -> str:
    home = os.environ.get(HOMEPAGE, "").rstrip("/")
    if not home:
        return ""
    shots = "".join(
        f"    <screenshot{_DEFAULT if number == 0 else ''}>\n"
        f"      <caption>{SCREENSHOTS[name]}</caption>\n"
        f"      <image>{home}/releases/download/v{job.version}/{name}</image>\n"
        "    </screenshot>\n"
        for number, name in enumerate(_pictures(job))
    )
    page = f'  <url type="homepage">{home}</url>\n'
    return f"{page}  <screenshots>\n{shots}  </screenshots>\n"
