"""The fields of a Word document, which hold an instruction first and then what it made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ladder_desktop.export.docx.xml import Element, qualified
from ladder_desktop.intake.word_styles import is_on

TICKED, UNTICKED = "☒", "☐"
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"')
_MOST = 40  # one inside the other


@dataclass(slots=True)
class _Field:
    """A field that is being read: first its instruction, then its result."""

    instruction: str = ""
    shows: bool = False


@dataclass(slots=True)
class Fields:
    """The fields around the letters that are being read, the innermost last."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def is_instruction(self) -> bool:
        """Tell whether these letters are none that a person sees."""
        return bool(self._open) and not self._open[-1].shows

    def instruct(self, text: str) -> None:
        """Take a part of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction += text

    def follow(self, sign: Element) -> Iterator[str]:
        """Follow the sign that begins, parts or ends a field; yield a box for a check box."""
        kind = sign.get(qualified("fldCharType"))
        if kind == "begin":
            if len(self._open) >= _MOST:
                self._open.clear()  # they were never ended
            self._open.append(_Field())
            box = sign.find(f"{qualified('ffData')}/{qualified('checkBox')}")
            if box is not None:
                ticked = is_on(box, "checked")
                ticked = is_on(box, "default") if ticked is None else ticked
                self._open[-1].shows = True
                yield TICKED if ticked else UNTICKED
        elif kind == "separate" and self._open:
            self._open[-1].shows = True
        elif kind == "end" and self._open:
            self._open.pop()

    def link(self) -> str:
        """Return the address that a field around these letters leads to."""
        for each in self._open:
            if found := _HYPERLINK.match(each.instruction):
                return found[1]
        return ""
