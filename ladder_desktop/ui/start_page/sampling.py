"""A workbook that is filled in already, to try things with."""

from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError, reason_of
from ladder_desktop.paths import ENGLISH, edition, make_folder
from ladder_desktop.store.making import create
from ladder_desktop.ui.naming import clean_name, unused
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook

SAMPLE = "career-growth"


def sample(folder: Path, language: str = ENGLISH) -> Workbook:
    """Return the sample in a language; `folder` holds the program's own data.

    Raises:
        LadderError: it does not fit its template.
    """
    path = edition(folder / "samples" / f"{SAMPLE}.json", language)
    whole = parse_interchange(path.read_text(encoding="utf-8"), path.name)
    own = str(whole["template"].get("language", ENGLISH))
    return filled(new_workbook(built_in(SAMPLE, folder, own)), whole, path.name)


def make_sample(program: Program) -> Path:
    """Make a file of the sample where new workbooks are kept, and return its path.

    Raises:
        LadderError: it can't be made.
    """
    folder, words = program.documents(), program.words
    try:
        make_folder(folder)
    except OSError as error:
        raise WorkbookFileError(
            N_("The folder “{folder}” can't be made: {reason}. Check your rights to it."),
            folder=str(folder),
            reason=reason_of(error),
        ) from None
    path = unused(folder, clean_name(words("Sample workbook")))
    create(path, sample(program.resources, words.language))
    return path
