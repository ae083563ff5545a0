"""What the words of a line tell: a question, a level of a scale, a publisher, an address."""

import re

from ladder_desktop.intake.outlining import Part
from ladder_desktop.intake.proposal import EducatorLevel, Entry, Level

_QUESTION = re.compile(r"[?？؟⁇;]['\"”’)\]]*\s*$")
_ASKING = re.compile(
    r"(describe|explain|list|name|note|notes|consider|identify|discuss|reflect|summari[sz]e|write|"
    r"what|why|how|who|which|when|where|is|are|do|does|did|can|could|should|would|will|have|has)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\s*(?P<value>\d{1,2})\s*(?:=|[–—:]|\s-\s)\s*(?P<meaning>\S.*)")
_CUT = re.compile(r"[,;.:(]|\s[–—-]\s")
_PUBLISHER = re.compile(
    r"(?P<text>.*\S)\s*\((?P<publisher>[^()]{2,120}(?:\([^()]*\)[^()]*)?)\)\s*\.?"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"()]*[^\s<>\"().,;:!?]")
_READ = re.compile(
    r"(?:please\s+)?read\s+(?:(?P<part>(?:pages?|chapters?|sections?|parts?)\s+.{1,40}?)\s+(?:of|in|from)\s+)?"
    r"(?P<title>.+)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?P<title>.+?),\s+(?P<called>(?:called|titled|entitled|named)\s+.+)")
_ONLY = re.compile(r"(?P<who>lea|district|school)(?:[\s-]+level)?\s+only\b", re.IGNORECASE)
_SOURCES = re.compile(
    r"resource|reference|source|further reading|readings?\b|links?\b|bibliograph|learn more",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"steps?\b|actions?\b|tasks?\b|checklist|to[ -]do|evidence|look[ -]fors?|artifacts?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_LONGEST_QUESTION = 400


def is_question(text: str) -> bool:
    """Tell whether a line asks something."""
    return bool(_QUESTION.search(text)) and len(text) <= _LONGEST_QUESTION


def asks(text: str) -> bool:
    """Tell whether a line asks something or tells a person to write something."""
    return is_question(text) or bool(_ASKING.match(text))


def names_sources(heading: str) -> bool:
    """Tell whether a heading stands over sources."""
    return bool(_SOURCES.search(heading))


def names_steps(heading: str) -> bool:
    """Tell whether a heading stands over things to do or to find."""
    return bool(_STEPS.search(heading))


def level_in(text: str) -> Level | None:
    """Return the level of a scale that a line describes, such as ``2 = Basic evidence``."""
    found = _LEVEL.fullmatch(text)
    if found is None:
        return None
    meaning = found["meaning"].strip()
    return Level(int(found["value"]), _label(meaning), meaning)


def _label(meaning: str) -> str:
    """Return the first words of a level's meaning, up to where they pause."""
    cut = _CUT.search(meaning)
    label = meaning[: cut.start()].strip() if cut else meaning
    if len(label) <= _LONGEST_LABEL:
        return label or meaning[:_LONGEST_LABEL]
    return f"{label[:_LONGEST_LABEL].rpartition(' ')[0] or label[:_LONGEST_LABEL]} …"


def address_in(part: Part) -> str:
    """Return the first address that a line leads to or names, or blank."""
    for _, address in part.links:
        if _ADDRESS.fullmatch(address):
            return address
    found = _ADDRESS.search(part.text)
    return found[0] if found else ""


def source_in(part: Part) -> Entry:
    """Return the source that a line names: title, publisher in brackets, address."""
    url = address_in(part)
    text = part.text
    if url and not any(label == text for label, _ in part.links):
        text = " ".join(text.replace(url, "").split()).strip(" :–—-<>") or text
    publisher = ""
    if found := _PUBLISHER.fullmatch(text):
        text, publisher = found["text"], found["publisher"]
    return Entry(text, publisher, url)


def reading_in(part: Part) -> Entry | None:
    """Return the text that a line asks to read, such as ``Read page 4 of “A Guide” (IU13)``."""
    source = source_in(part)
    found = _READ.fullmatch(source.text)
    if found is None or is_question(part.text):
        return None
    title, said = found["title"], found["part"] or ""
    if called := _CALLED.fullmatch(title):
        title, said = called["title"], ", ".join(each for each in (said, called["called"]) if each)
    label = next((label for label, _ in part.links if label in title), "")
    if not (said or source.publisher or source.url or label):
        return None
    return Entry(title.strip(), source.publisher, source.url, said)


def only_for(text: str) -> EducatorLevel | None:
    """Return whom a line is for alone, as ``LEA level only: …`` says."""
    found = _ONLY.match(text)
    if found is None:
        return None
    return "school" if found["who"].lower() == "school" else "lea"
