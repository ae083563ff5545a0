"""Opens the workbook that a PDF carries as a workbook of its own."""

from pathlib import Path

from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.intake.pdf_answers import carried
from ladder_desktop.paths import ENGLISH
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook


def carried_workbook(path: Path, resources: Path) -> Workbook:
    """Return the workbook that a PDF carries.

    Args:
        path: the PDF.
        resources: the folder of the program's own data, with the built-in templates.

    Raises:
        AnswerError: it carries none, or it does not fit its template.
        TemplateError: the template it belongs to is not known, or has mistakes.
    """
    text = carried(path)
    if text is None:
        raise AnswerError(
            N_(
                "“{file}” carries no workbook. If it is a filled form, open the workbook that it "
                "belongs to, then choose “Bring in a filled form or document” in the File menu."
            ),
            file=path.name,
        )
    whole = parse_interchange(text, path.name)
    template = _template(whole.get("template", {}), path.name, resources)
    return filled(new_workbook(template), whole, path.name)


def _template(given: dict[str, object], name: str, resources: Path) -> Template:
    """Return the template that travelled along, or else the built-in one that is named."""
    if isinstance(text := given.get("text"), str):
        return read_template(text, name)
    language = str(given.get("language", ENGLISH))
    return built_in(str(given.get("id", "")), resources, language)
