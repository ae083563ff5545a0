"""A Word document becomes a template as a person would write it, word for word."""

from collections.abc import Callable
from pathlib import Path

import docx
import msgspec
import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_desktop.blocks.rubric.model import Rubric
from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.proposal import (
    KINDS,
    Kind,
    Proposal,
    ProposedBlock,
    ProposedSection,
    Source,
    as_kind,
)
from ladder_desktop.intake.template_writing import id_from, template_text
from ladder_desktop.intake.word_file import DocumentError
from ladder_desktop.workbook.template import read_template
from tests.intake.seed_document import (
    LEVELS,
    MINDSETS,
    REFLECTIONS,
    SOURCES,
    SURVEY,
    SeedDocument,
)

Proposed = Callable[..., Proposal]


@pytest.fixture
def proposed(tmp_path: Path) -> Proposed:
    """Return what makes a document and proposes a template for it."""

    def make(change: Callable[[WordDocument], object]) -> Proposal:
        document = docx.Document()
        document.add_heading("A title", 0)
        document.add_heading("A section", 1)
        change(document)
        document.save(str(tmp_path / "made.docx"))
        return propose(tmp_path / "made.docx")

    return make


def only_block(proposal: Proposal) -> ProposedBlock:
    """Return the one block that a proposal has."""
    (block,) = [block for section in proposal.sections for block in section.blocks]
    return block


def table(document: WordDocument, *rows: tuple[str, ...]) -> None:
    """Add a table with these texts."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


@pytest.mark.parametrize("headings", [True, False], ids=["headings", "bold lines"])
def test_the_workshops_template(tmp_path: Path, headings: bool) -> None:
    """Sections, kinds, scale, practices, table, reading and sources are what they should be."""
    path = SeedDocument(headings=headings).write(tmp_path / "seed.docx")

    found = propose(path)

    assert found.title == "Career Growth Opportunities: Note-Taking Template"
    assert found.summary == "Please save this document to your own drive."
    kinds = [
        (section.title, [block.kind for block in section.blocks]) for section in found.sections
    ]
    assert kinds == [
        ("Why focus on career growth opportunities?", ["prompt"] * 3),
        ("Self-assessment", ["rubric"]),
        ("Types of growth opportunities", ["table"]),
        ("Supporting career growth as a leader", ["reading", "prompt", "prompt"]),
        ("Additional resources", ["resources", "resources"]),
    ]
    blocks = [block for section in found.sections for block in section.blocks]
    assert tuple(block.title for block in blocks[:3]) == REFLECTIONS
    assert tuple(block.title for block in blocks[6:8]) == MINDSETS
    assert found.sections[0].intro.startswith("Consider your experiences.")


def test_the_workshops_ratings(tmp_path: Path) -> None:
    """Every level, practice, question and kind of evidence is in its place."""
    found = propose(SeedDocument().write(tmp_path / "seed.docx"))

    rubric = found.sections[1].blocks[0]
    assert [f"{level.value}={level.meaning}" for level in rubric.levels] == list(LEVELS)
    assert rubric.levels[1].label == "There is evidence of basic work"
    first, second = rubric.entries
    assert (first.number, first.level, second.number, second.level) == (1, None, 2, "lea")
    assert first.text == "The school offers a range of roles for effective educators."
    assert first.questions[0] == "Are leaders deliberate (i.e., with a plan)?"
    assert second.evidence == ("District plans that name roles", "Retention rates, by school")


def test_the_workshops_table_reading_and_sources(tmp_path: Path) -> None:
    """Heads, page, publisher and address are told apart."""
    found = propose(SeedDocument().write(tmp_path / "seed.docx"))

    goals = found.sections[2].blocks[0]
    assert [column.title for column in goals.columns] == ["School/LEA goal", "Potential role/s"]
    assert (goals.rows, goals.start) == (3, ())
    (reading,) = found.sections[3].blocks[0].entries
    assert (reading.text, reading.publisher) == ("Building a School Culture", "A Department")
    assert reading.part == "page four, called “How to Pave the Way.”"
    sources, survey = found.sections[4].blocks
    assert [(e.text, e.publisher, e.url) for e in sources.entries] == list(SOURCES)
    assert (survey.title, survey.entries[0].url) == ("We appreciate your feedback.", SURVEY)


@pytest.mark.parametrize("headings", [True, False], ids=["headings", "bold lines"])
def test_the_workshops_template_can_be_used(tmp_path: Path, headings: bool) -> None:
    """The text that a proposal makes is a template without a mistake, the same each time."""
    path = SeedDocument(headings=headings).write(tmp_path / "seed.docx")

    text = template_text(propose(path))

    template = read_template(text, "seed")
    assert [block.kind for block in template.blocks()].count("prompt") == 5
    assert template_text(propose(path)) == text


def test_a_table_of_questions_beside_empty_cells(proposed: Proposed) -> None:
    """A form of two columns is a question for each row."""
    found = proposed(lambda document: table(document, ("Our vision", ""), ("Our worries", "")))

    blocks = found.sections[0].blocks
    assert [(block.kind, block.title) for block in blocks] == [
        ("prompt", "Our vision"),
        ("prompt", "Our worries"),
    ]


def test_what_stands_in_a_table_stays_in_it(proposed: Proposed) -> None:
    """Rows that begin with something to be completed keep it."""
    rows = (("Group", "Message", "When"), ("Teachers", "", ""), ("Families", "", ""))

    block = only_block(proposed(lambda document: table(document, *rows)))

    assert [column.title for column in block.columns] == ["Group", "Message", "When"]
    assert block.start == (("Teachers", "", ""), ("Families", "", ""))


def test_a_scale_to_tick_is_a_choice(proposed: Proposed) -> None:
    """Statements with a column for each level become a table with a choice."""
    rows = (
        ("Statement", "Never", "Sometimes", "Always"),
        ("I lead.", "", "", ""),
        ("I am heard.", "", "", ""),
    )

    block = only_block(proposed(lambda document: table(document, *rows)))

    assert block.columns[1].choices == ("Never", "Sometimes", "Always")
    assert [row[0] for row in block.start] == ["I lead.", "I am heard."]


def test_a_scale_of_four_is_a_rubric_of_four(proposed: Proposed) -> None:
    """The levels are those of the document, in number and in name."""

    def write(document: WordDocument) -> None:
        for line in ("1 = Unsatisfactory", "2 = Basic", "3 = Proficient", "4 = Distinguished"):
            document.add_paragraph(line)
        table(document, ("Practice", "Rating out of 4"), ("1. We plan.", ""))

    proposal = proposed(write)
    (rubric,) = read_template(template_text(proposal), "made").blocks()

    assert isinstance(rubric, Rubric)
    assert [level.value for level in rubric.levels] == [1, 2, 3, 4]
    assert [level.label for level in rubric.levels][-1] == "Distinguished"


def test_a_scale_of_ten_is_a_choice(proposed: Proposed) -> None:
    """A rubric has up to six levels; a longer scale becomes a table with a choice."""
    rows = (("Practice", "Rating out of 10"), ("1. We plan.", ""), ("2. We act.", ""))

    block = only_block(proposed(lambda document: table(document, *rows)))

    assert block.kind == "table"
    assert block.columns[1].choices == tuple(str(value) for value in range(1, 11))
    assert [row[0] for row in block.start] == ["We plan.", "We act."]


def test_a_wide_head_and_a_tall_rating_cell(proposed: Proposed) -> None:
    """Cells that reach over columns or rows leave the practices where they are."""

    def write(document: WordDocument) -> None:
        made = document.add_table(rows=3, cols=3)
        made.cell(0, 0).text = "Rating out of 3"
        made.cell(0, 1).merge(made.cell(0, 2)).text = "Practice"
        made.cell(1, 0).merge(made.cell(2, 0))
        made.cell(1, 1).merge(made.cell(1, 2)).text = "1. There are roles."
        made.cell(2, 1).text = "Guiding Questions:\n· Which ones?"
        made.cell(2, 2).text = "Sample Evidence:\n· Lists"

    block = only_block(proposed(write))

    (practice,) = block.entries
    assert (block.kind, practice.text) == ("rubric", "There are roles.")
    assert (practice.questions, practice.evidence) == (("Which ones?",), ("Lists",))


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["☐ Ask the staff", "☐ Meet the board"], ["checklist"]),
        (["• Describe a role.", "• Why does it matter?"], ["prompt", "prompt"]),
        (["1. What works?", "2) What does not?"], ["prompt", "prompt"]),
        (["Name your goal: ________", "What is missing?"], ["prompt", "prompt"]),
        (["See https://example.org/a for more."], ["resources"]),
        (["What do you think?", "", "", ""], ["prompt"]),
    ],
)
def test_lines_typed_by_hand(proposed: Proposed, lines: list[str], kinds: list[str]) -> None:
    """Marks, boxes, ruled lines and addresses are read without any list or link in Word."""
    found = proposed(lambda document: [document.add_paragraph(line) for line in lines])

    assert [block.kind for block in found.sections[0].blocks] == kinds


def test_guidance_goes_to_the_question_after_it(proposed: Proposed) -> None:
    """Text between two questions tells how to answer the second."""

    def write(document: WordDocument) -> None:
        for line in ("Before all.", "What first?", "Think of your team.", "What second?"):
            document.add_paragraph(line)

    section = proposed(write).sections[0]

    assert section.intro == "Before all."
    assert [block.guidance for block in section.blocks] == ["", "Think of your team."]


def test_what_is_left_out_stays_out(tmp_path: Path) -> None:
    """A block or a section that a person does not want is not in the template."""
    found = propose(SeedDocument().write(tmp_path / "seed.docx"))
    first, *others = found.sections
    blocks = (msgspec.structs.replace(first.blocks[0], keep=False), *first.blocks[1:])
    sections = (
        msgspec.structs.replace(first, blocks=blocks),
        *(msgspec.structs.replace(other, keep=False) for other in others),
    )

    text = template_text(msgspec.structs.replace(found, sections=sections))

    template = read_template(text, "less")
    assert [block.id for block in template.blocks()] == [
        "did-they-affect-the-way-you-viewed-your",
        "did-these-roles-help-the-school-how",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_can_become_every_kind(tmp_path: Path, kind: Kind) -> None:
    """Changing the kind loses no word and makes no mistake."""
    found = propose(SeedDocument().write(tmp_path / "seed.docx"))
    changed = msgspec.structs.replace(
        found,
        sections=tuple(
            msgspec.structs.replace(
                section, blocks=tuple(as_kind(block, kind) for block in section.blocks)
            )
            for section in found.sections
        ),
    )

    text = template_text(changed)

    template = read_template(text, "changed")
    assert {block.kind for block in template.blocks()} == {kind}
    words = ("How do educators there feel?", "Potential role/s", "Defining Roles", "IU13", SURVEY)
    assert [word for word in words if word not in text] == []


def test_a_document_without_questions_is_refused(tmp_path: Path) -> None:
    """A letter is no template; the sentence says what a question looks like."""
    document = docx.Document()
    document.add_paragraph("Dear all, thank you for coming.")
    document.save(str(tmp_path / "letter.docx"))

    with pytest.raises(DocumentError, match="Nothing to fill in"):
        propose(tmp_path / "letter.docx")


def test_ten_thousand_questions_are_refused(tmp_path: Path) -> None:
    """A book of questions is no template."""
    document = docx.Document()
    for _ in range(2_100):
        document.add_paragraph("Why?")
    document.save(str(tmp_path / "book.docx"))

    with pytest.raises(DocumentError, match="2100 questions"):
        propose(tmp_path / "book.docx")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Why? How!", "why-how"),
        ("Über die Schule", "uber-die-schule"),
        ("学校", ""),
        ("a" * 60, "a" * 40),
        ("word " * 20, "word-word-word-word-word-word-word-word"),
    ],
)
def test_ids_from_titles(title: str, expected: str) -> None:
    """An id is what a person would type, and short."""
    assert id_from(title) == expected


TEXTS = st.text(max_size=80)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), TEXTS, TEXTS, st.lists(TEXTS, max_size=3)), min_size=1
    )
)
def test_any_words_make_a_template(found: list[tuple[Kind, str, str, list[str]]]) -> None:
    """Whatever stands in a document, the template that is written has no mistake."""
    blocks = tuple(
        as_kind(
            as_kind(ProposedBlock("prompt", title, guidance, source=Source(1, title)), "checklist"),
            kind,
        )
        for kind, title, guidance, _ in found
    )
    sections = (ProposedSection(found[0][1], found[0][2], blocks=blocks),)

    text = template_text(Proposal(found[0][1], sections=sections))

    assert len(list(read_template(text, "any").blocks())) == len(found)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    lines=st.lists(st.text(alphabet="aB? 1.:=-•☐_(\n/", max_size=30), max_size=12),
    cells=st.lists(st.lists(st.text(alphabet="aR? 12", max_size=8), min_size=2, max_size=2)),
)
def test_any_document_makes_a_template_or_a_sentence(
    tmp_path: Path, lines: list[str], cells: list[list[str]]
) -> None:
    """No order of lines and cells ends in anything else."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if cells:
        table(document, *[(first, second) for first, second in cells])
    document.save(str(tmp_path / "any.docx"))

    try:
        text = template_text(propose(tmp_path / "any.docx"))
    except DocumentError:
        return
    assert list(read_template(text, "any").blocks())
