"""Knows what a template prints, to tell in a filled document what is printed and what written."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ladder_desktop.document.nodes import (
    Answer,
    Check,
    Checks,
    Document,
    Field,
    Grid,
    Heading,
    Link,
    Links,
    Node,
    Paragraph,
    Place,
    Scale,
)
from ladder_desktop.export.docx.ticks import joined

_SHORTEST = 8  # letters of a question behind which an answer is looked for
_LONGEST_SOURCE = 600
_MOST_SOURCES = 500  # each line is looked at for each of them
_SOURCE_WORDS = 24  # letters that a document may add to a source, such as “Read … of”
# Labels that documents set over lists, and that a template does not keep.
_LABELS = (
    "Guiding questions",
    "Questions",
    "Sample evidence",
    "Evidence",
    "Notes",
    "Rating",
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where what is written after a printed text goes.

    Attributes:
        notes: the place of texts; None where there is none.
        rating: the place of a rating, for practices.
        tick: the place of a tick, for things to tick.
        remarks: label and place of each remark, such as ``Owner: Ada``.
        cell: the cell in which something is chosen for this line.
    """

    notes: Place | None
    rating: Place | None = None
    tick: Place | None = None
    remarks: tuple[tuple[str, Place], ...] = ()
    cell: Place | None = None


def key_of(text: str) -> str:
    """Return the letters and figures of a text alone, to compare what programs typeset."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def behind(text: str, key: str) -> str:
    """Return what of a text stands behind the letters of a key."""
    left = len(key)
    for place, sign in enumerate(text):
        left -= sum(each.isalnum() for each in sign.casefold())
        if left <= 0:
            return text[place + 1 :].lstrip(" \t?!.:;,)]”’\"'_–—-")
    return ""


@dataclass(slots=True)
class Printed:
    """The texts of a template, and of the blank document it was made from.

    Attributes:
        grids: the tables to fill in, by the keys of their columns' titles.
    """

    grids: dict[tuple[str, ...], list[Grid]] = field(default_factory=lambda: defaultdict(list))
    _targets: dict[str, list[Target]] = field(default_factory=lambda: defaultdict(list))
    _lengths: set[int] = field(default_factory=set)
    _sorted: list[int] = field(default_factory=list)
    _sources: list[tuple[str, int, Target]] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _blank: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, document: Document, blank: Iterable[str], other: Iterable[str]) -> "Printed":
        """Return what a document prints; `blank` and `other` are further printed lines."""
        made = cls()
        for section in document.sections:
            made._know(section.title, section.heading)
            made._read(section.nodes)
        made._know(document.title, *_LABELS, *other)
        made._blank.update(key_of(text) for text in blank)
        return made

    def target(self, text: str) -> Target | None:
        """Return what a line asks for; where the same is asked again, the next place for it."""
        found = self.peek(text)
        waiting = self._targets.get(key_of(text), [])
        if len(waiting) > 1:
            waiting.pop(0)
        return found

    def peek(self, text: str) -> Target | None:
        """Return what a line asks for, where it is nothing but a question."""
        key = key_of(text)
        if waiting := self._targets.get(key):
            return waiting[0]
        if len(key) > _LONGEST_SOURCE:
            return None
        for title, most, target in self._sources:
            if title in key and len(key) <= most:
                return target
        return None

    def is_printed(self, text: str) -> bool:
        """Tell whether a line says nothing new."""
        key = key_of(text)
        return not key or key in self._known or self._blank[key] > 0

    def begun(self, text: str) -> tuple[Target, str] | None:
        """Return what a line asks for and what is written behind the question, if there is."""
        key = key_of(text)
        for length in self._shorter_than(len(key)):
            if key[:length] in self._targets:
                rest = behind(text, key[:length])
                return (self._targets[key[:length]][0], rest) if rest else None
        return None

    def _shorter_than(self, length: int) -> list[int]:
        """Return the lengths of questions that are shorter, the longest first."""
        if len(self._sorted) != len(self._lengths):
            self._sorted = sorted(self._lengths)
        return self._sorted[: bisect_left(self._sorted, length)][::-1]

    def _know(self, *texts: str) -> None:
        self._known.update(key_of(text) for text in texts)

    def _ask(self, text: str, target: Target) -> None:
        key = key_of(text)
        if not key:
            return
        if len(key) >= _SHORTEST:
            self._lengths.add(len(key))
        self._targets[key].append(target)

    def _read(self, nodes: tuple[Node, ...]) -> None:
        for node, following in zip(nodes, (*nodes[1:], None), strict=True):
            match node:
                case Heading():
                    self._read_heading(node, following)
                case Paragraph():
                    self._know(*node.text.split("\n"))
                case Answer():
                    self._know(*node.guidance.split("\n"))
                    self._ask(node.question, Target(node.place))
                case Scale():
                    self._ask(node.question, Target(None, rating=node.place))
                    for level in node.levels:
                        value = str(level.value)
                        self._know(level.label, level.meaning, value + level.label)
                        self._know(value + level.meaning)
                case Grid() if not node.place.item:
                    self._know(node.caption, *node.guidance.split("\n"))
                    self.grids[tuple(key_of(column.title) for column in node.columns)].append(node)
                    self._read_choices(node)
                case Checks():
                    self._know(node.title, *node.guidance.split("\n"))
                    self._read_checks(node)
                case Links():
                    self._know(node.title, *node.guidance.split("\n"))
                    self._read_links(node)

    def _read_choices(self, node: Grid) -> None:
        """Know the lines for which something is chosen: forms have them outside of tables."""
        *names, choice = node.columns
        if not choice.choices or len(names) > 1:
            return
        for number, row in enumerate(node.rows, start=1):
            place = Place(node.place.block, row=number, column=choice.id)
            if names and row[0].is_given:
                self._ask(row[0].text, Target(None, cell=place))
            elif not names and len(node.rows) == 1:
                self._ask(choice.title, Target(None, cell=place))

    def _read_heading(self, node: Heading, following: Node | None) -> None:
        if not isinstance(following, Scale):
            self._know(node.text)
            return
        place = following.place
        target = Target(Place(place.block, place.item, column="notes"), rating=place)
        for text in (node.text, node.text.partition(".")[2]):
            self._ask(text, target)
            if text and node.label:
                self._ask(f"{text} {node.label}", target)

    def _read_checks(self, node: Checks) -> None:
        for check in node.items:
            self._ask(check.text, _ticked(node.place, check, node.column))

    def _read_links(self, node: Links) -> None:
        for link in node.items:
            target = _ticked(node.place, link, "read")
            key = key_of(link.title)
            every = key_of(link.title + link.publisher + link.detail + link.url)
            if key and len(self._sources) < _MOST_SOURCES:
                self._sources.append((key, len(every) + _SOURCE_WORDS, target))


def _ticked(place: Place, item: Check | Link, column: str) -> Target:
    name = joined(place.item, item.item)
    remarks = tuple(
        (each.label, Place(place.block, name, column=each.column)) for each in _notes_first(item)
    )
    notes = remarks[0][1] if remarks else None
    return Target(notes, tick=Place(place.block, name, column=column), remarks=remarks)


def _notes_first(item: Check | Link) -> Iterator[Field]:
    """Yield an item's remarks, notes before all others."""
    yield from sorted(item.fields, key=lambda each: each.column != "notes")
