"""The built-in templates."""

from pathlib import Path

from ladder_desktop.errors import N_, TemplateError
from ladder_desktop.paths import ENGLISH, edition
from ladder_desktop.workbook.template import LARGEST, Template, read_template
from ladder_desktop.workbook.text_files import read_text_file

FOLDER = "templates"
ORDER = "order.txt"


def template_files(resources: Path, language: str = ENGLISH) -> list[Path]:
    """Return the files of the built-in templates in a language, in the order of the shelf.

    The order is a list of ids, one a line; a template that is not on it comes last. One that is
    not there in the language comes in English.
    """
    folder = resources / FOLDER
    order = (folder / ORDER).read_text(encoding="utf-8").split()
    rank = {name: number for number, name in enumerate(order)}
    files = sorted(folder.glob("*.toml"), key=lambda path: (rank.get(path.stem, len(rank)), path))
    return [edition(path, language) for path in files]


def shelf(resources: Path, language: str) -> list[Path]:
    """Return the files of all built-in templates, those in a language before all others."""
    files = template_files(resources, language)
    others = [path for each in languages(resources) for path in template_files(resources, each)]
    return [*files, *(path for path in others if path not in files)]


def languages(resources: Path) -> list[str]:
    """Return the languages that there are built-in templates in, English first."""
    editions = {path.parent.name for path in (resources / FOLDER).glob("*/*.toml")}
    return [ENGLISH, *sorted(editions)]


def built_in(template_id: str, resources: Path, language: str = ENGLISH) -> Template:
    """Return a built-in template, in English where it is not there in the language.

    Raises:
        TemplateError: there is none with this id.
    """
    for path in template_files(resources, language):
        if path.stem == template_id:
            return read_template(path.read_text(encoding="utf-8"), path.name)
    raise TemplateError(
        N_("There is no built-in template “{id}”. There are: {known}."),
        id=template_id,
        known=", ".join(path.stem for path in template_files(resources)),
    )


def is_built_in(template: Template, resources: Path) -> bool:
    """Tell whether this very text of a template is built in."""
    path = edition(resources / FOLDER / f"{template.id}.toml", template.header.language)
    return path.is_file() and path.read_text(encoding="utf-8") == template.text


def read_template_file(path: Path) -> Template:
    """Read a facilitator's own template from its file.

    Raises:
        TemplateError: it can't be read, or has mistakes.
    """
    # a byte order mark and letters of up to four bytes: the template itself counts characters
    text = read_text_file(path, 4 * LARGEST, TemplateError)
    return read_template(text, path.name)
