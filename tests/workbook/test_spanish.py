"""The Spanish texts are whole: the same figures, links and marks, and no English left in them."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ladder_desktop.paths import resources

HELP = ("using.md", "writing-a-template.md")
PAIRS = [
    *((path.parent.parent / path.name, path) for path in (resources() / "templates/es").iterdir()),
    (resources() / "roles.toml", resources() / "es" / "roles.toml"),
    *((resources() / "help" / name, resources() / "help" / "es" / name) for name in HELP),
    (
        resources() / "samples" / "career-growth.json",
        resources() / "samples" / "es" / "career-growth.json",
    ),
]
# publications, programs, models and places keep their names
NAMES = (
    "AFT Teacher and School Staff Shortage Task Force",
    "Building a School Culture that Supports Teacher Leadership",
    "Career Growth Opportunities for Educators",
    "Conduct a Needs Gap Analysis",
    "Content Guide: Educator Career Ladders",
    "Continuously Evaluate the Program",
    "Creating Career Advancement Opportunities for Teachers",
    "Cultivating Teacher Instructional Leadership through Professional Learning Communities",
    "Defining Teacher-Leader Roles",
    "Dept. of Ed.",
    "Develop Communication and Engagement Strategies",
    "FIRE: Forum for International Research in Education",
    "How School Leaders Can Pave the Way",
    "Human Capital Self-Assessment Tools",
    "Improve Funding and Sustainability",
    "Invest in a Culture of Teacher Leadership",
    "Massachusetts Dept. of Elementary and Secondary Education",
    "Provide On-going Training and Support",
    "Recommended Steps in Design and Implementation",
    "Strengthening Teacher and Leader Effectiveness",
    "Teacher Voice in Global Conversations around Education Access, Equity, and Quality",
    "The Whole Package: 12 Factors of High-Impact Teacher-Leader Roles",
    "Baltimore City Public Schools",
    "Colleague 2 Colleague",
    "Garfield School District",
    "Lincoln Elementary School",
    "Revere Public Schools",
    "Teacher Leadership & Collaboration",
    "Teacher Vacancy Grant Pilot",
    "Teacher-Leader Career Track",
    "Understanding by Design",
    "high school",
    "lead teacher",
    "teacher leader endorsement",
)
# words that Spanish has not, and that hardly an English sentence does without
ENGLISH = re.compile(
    r"\b(the|of|and|with|for|to|you|your|is|are|was|were|what|which|how|who|this|that|it|from|by"
    r"|at|be|not|we|our|their|they|teachers?|schools?|when|where|why)\b",
    re.IGNORECASE,
)
NAMING = {"id", "kind", "type", "level", "suggest", "url", "subtotals", "becomes", "carries_as"}
NAMING |= {"format", "language", "for-whom"}  # the last is a choice in a row to start with
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"https?://[^\s)\"]+")
SECOND_PERSON = re.compile(r"\b(tú|tu|tus|ti|contigo|vos|vosotros|vuestr[oa]s?)\b", re.IGNORECASE)
SIGNS = re.compile(r"\w+@(s|\b)(?!\w*\.)|\b(tod|much|nosotr|l)xs?\b", re.IGNORECASE)


def texts(plain: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Return every text that a person reads, with the key it stands under."""
    if isinstance(plain, dict):
        for name, value in plain.items():
            yield from texts(value, name)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts(value, key)
    elif isinstance(plain, str) and key not in NAMING:
        yield key, plain


def read(path: Path) -> list[tuple[str, str]]:
    """Return the texts of a file of the program's data."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return [("", line) for line in CODE.sub("", text).splitlines()]
    return list(texts(tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)))


def paired(english: Path, spanish: Path) -> Iterator[tuple[str, str]]:
    """Return each English text with the Spanish one, leaving out guidance that only one has."""
    ours, theirs = read(spanish), read(english)
    if len(ours) != len(theirs):
        kept = [text for text in ours if text[0] != "guidance"]
        meant = [text for text in theirs if text[0] != "guidance"]
        ours, theirs = kept, meant
    for (_, there), (_, here) in zip(theirs, ours, strict=True):
        yield there, here


def shape(article: str) -> list[str]:
    """Return what each line of a text is: a heading, an item, a paragraph, or nothing."""
    marks = re.compile(r"^(#+ |\*\*.+\*\*$|- |\d+\. |\| |)")
    return [
        re.sub(r"\w.*", "", found.group(1)) if (found := marks.match(line)) else ""
        for line in article.splitlines()
    ]


@pytest.fixture(params=PAIRS, ids=lambda pair: f"{pair[1].parent.parent.name}-{pair[1].name}")
def pair(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Return an English file, and the Spanish one that goes with it."""
    both: tuple[Path, Path] = request.param
    return both


def test_figures_and_links_are_the_same(pair: tuple[Path, Path]) -> None:
    """A year, a share or an address is never lost on the way, nor changed."""
    for english, spanish in paired(*pair):
        assert LINK.findall(spanish) == LINK.findall(english)
        assert Counter(re.findall(r"\d+", spanish)) == Counter(re.findall(r"\d+", english)), english


def test_texts_are_built_the_same(pair: tuple[Path, Path]) -> None:
    """Headings, lists and paragraphs follow each other as in the English text."""
    for english, spanish in paired(*pair):
        assert shape(spanish) == shape(english), english[:80]


def test_no_english_was_left(pair: tuple[Path, Path]) -> None:
    """Only the names of publications, programs and places are English."""
    for _, spanish in read(pair[1]):
        rest = LINK.sub("", CODE.sub("", spanish))
        for name in NAMES:
            rest = rest.replace(name, "")
        assert ENGLISH.findall(rest) == [], spanish


@pytest.mark.parametrize("path", [path for _, path in PAIRS if path.suffix == ".toml"])
def test_names_were_kept(path: Path) -> None:
    """A document can be found by the title that its publisher gave it."""
    english = " ".join(text for _, text in read(path.parent.parent / path.name))
    spanish = " ".join(text for _, text in read(path))

    assert [name for name in NAMES if name in english and name not in spanish] == []


def test_people_are_spoken_to_politely(pair: tuple[Path, Path]) -> None:
    """Whoever reads is “usted”, and no word is written with a sign in the place of its ending."""
    for _, spanish in read(pair[1]):
        assert SECOND_PERSON.findall(spanish) == [], spanish
        assert SIGNS.findall(spanish) == [], spanish


def test_the_help_has_the_same_chapters() -> None:
    """Each page has as many headings of each rank, tables and examples as the English one."""
    for name in HELP:
        english, spanish = (
            (resources() / "help" / folder / name).read_text(encoding="utf-8")
            for folder in ("", "es")
        )
        assert shape(spanish) == shape(english)
