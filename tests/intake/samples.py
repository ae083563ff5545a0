"""Makes Word documents part by part, good ones and bad ones."""

import zipfile
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}" Target="word/document.xml"/></Relationships>'
)


def types(main: str = MAIN) -> str:
    """Return the list of content types, with this one for the text."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def text(body: str = "<w:p><w:r><w:t>Hello</w:t></w:r></w:p>", before: str = "") -> str:
    """Return the part with the text."""
    return f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def package(path: Path, parts: dict[str, str | bytes] | None = None) -> Path:
    """Write a package of the usual parts; those given are put in their place."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": RELATIONS,
        "word/document.xml": text(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (usual | (parts or {})).items():
            made.writestr(name, content)
    return path
