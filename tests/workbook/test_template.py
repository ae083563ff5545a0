"""Templates are read, and every mistake in one is told with its line."""

import os

import pytest

from ladder_desktop.errors import AnswerError, TemplateError
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import built_in, read_template_file, template_files
from ladder_desktop.workbook.template import Template, read_template
from tests.samples import template_text

HEADER = """\
format = "ladder-template"
id = "mine"
version = 1
title = "Mine"
"""
SECTION = """
[[sections]]
id = "first"
title = "First"
"""
BLOCK = """
[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why?"
"""


def mistakes(text: str, words: Words) -> list[str]:
    """Return the worded mistakes of a template, in order."""
    with pytest.raises(TemplateError) as caught:
        read_template(text, "mine.toml")
    return [mistake.worded(words) for mistake in caught.value.mistakes]


@pytest.mark.parametrize("path", template_files(resources()), ids=lambda path: path.stem)
def test_every_built_in_template_is_read(path: str) -> None:
    """No template is shipped with a mistake."""
    template = built_in(path.stem, resources())  # type: ignore[attr-defined]

    assert template.id == path.stem  # type: ignore[attr-defined]
    assert template.sections


def test_a_template_keeps_its_text() -> None:
    """The workbook file carries the whole text, so the template must keep it."""
    text = template_text()

    assert read_template(text, "sample").text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "Line 1: what stands after the “=” can't be read"),
        (HEADER, "Line 1: there is no section. Add [[sections]]."),
        (HEADER + SECTION, "Line 6: the section has no block. Add [[sections.blocks]] below it."),
        (
            HEADER.replace("title", "titel") + SECTION + BLOCK,
            "Line 4, titel: “titel” is not known here. Did you mean “title”?",
        ),
        (
            HEADER.replace("1", '"1"') + SECTION + BLOCK,
            "Line 3, version: a whole number is expected, but this is text in quotes.",
        ),
        (
            HEADER.replace('"mine"', '"My Template"') + SECTION + BLOCK,
            (
                "Line 2, id: an id holds only a–z, 0–9 and single hyphens between them, "
                "such as “goal-1”."
            ),
        ),
        (
            HEADER + SECTION + BLOCK.replace("prompt", "promt"),
            (
                "Line 11: “kind” is “promt”. Write one of: "
                "prompt, rubric, table, checklist, resources, reading, survey."
            ),
        ),
        (
            HEADER + SECTION + BLOCK + BLOCK,
            "Line 17: the id “why” is taken. Give this one another.",
        ),
        (
            HEADER + SECTION + BLOCK + SECTION + BLOCK.replace("why", "how"),
            "Line 16: the id “first” is taken. Give this one another.",
        ),
        (
            HEADER + SECTION + BLOCK.replace('"Why?"', '""'),
            "Line 13, sections 1, blocks 1, question: it is empty. Write something.",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, said: str, words: Words) -> None:
    """A facilitator reads where the mistake is and what to write instead."""
    assert any(mistake.startswith(said) for mistake in mistakes(text, words))


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ('type = "choice"', "choices: a column of type “choice” needs “choices”"),
        ('choices = [{ id = "a", title = "A" }]', "choices: only a column of type “choice”"),
        ("total = true", "total: only integers, money and percents have a total."),
        ('type = "date", suggest = "roles"', "suggest: only texts have suggestions."),
        ('becomes = "b"', "becomes: there is no column “b” that it could become."),
        (
            'sum = ["n", "n"]',
            "sum: a computed column has the type “integer”, “money” or “percent”.",
        ),
        ('type = "money", sum = ["n", "n"]', "sum: “n” has another type than this column."),
        ('type = "integer", sum = ["n", "later"]', "sum: “later” is no column that stands before"),
        ('type = "integer", sum = ["n"]', "sum: the list has too few entries: at least 2."),
        (
            'type = "integer", sum = ["n", "n"], product = ["n", "n"]',
            "product: a column is computed in one way only, but here are: sum, product.",
        ),
        ('type = "number"', "type: “number” is not possible here. Write one of:"),
    ],
)
def test_columns_that_do_not_go_together_are_told(column: str, said: str, words: Words) -> None:
    """What is wrong with a table as a whole has its place, too."""
    text = f"""{HEADER}{SECTION}
[[sections.blocks]]
kind = "table"
id = "costs"
title = "Costs"
row_name = "cost"
columns = [
  {{ id = "n", title = "N", type = "integer" }},
  {{ id = "own", title = "Own", {column} }},
  {{ id = "later", title = "Later", type = "integer" }},
]
"""

    assert any(
        mistake.startswith(f"Line 17, sections 1, blocks 1, columns 2, {said}")
        for mistake in mistakes(text, words)
    )


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ('subtotals = "n"', "subtotals: “n” has to be the id of a column of type “choice”."),
        ("start = [{ n = 1, m = 2 }]", "start 1, m: “m” is no column that can be filled."),
        ('start = [{ n = "1" }]', "start 1, n: a whole number is expected"),
    ],
)
def test_what_a_table_starts_with_has_to_fit(field: str, said: str, words: Words) -> None:
    """Rows that are there from the beginning are checked like answers."""
    text = f"""{HEADER}{SECTION}
[[sections.blocks]]
kind = "table"
id = "costs"
title = "Costs"
row_name = "cost"
columns = [{{ id = "n", title = "N", type = "integer" }}]
{field}
"""

    assert any(
        mistake.startswith(f"Line 16, sections 1, blocks 1, {said}")
        for mistake in mistakes(text, words)
    )


def test_a_column_may_be_called_id() -> None:
    """What stands in the rows of a table are no ids of the template."""
    text = f"""{HEADER}{SECTION}
[[sections.blocks]]
kind = "table"
id = "costs"
title = "Costs"
row_name = "cost"
columns = [{{ id = "id", title = "Number" }}]
start = [{{ id = "7" }}, {{ id = "7" }}]
"""

    assert len(list(read_template(text, "mine").blocks())) == 1


def test_lines_are_right_after_lists_inside_lists(words: Words) -> None:
    """Choices written one to a line do not shift the columns below them."""
    text = f"""{HEADER}{SECTION}
[[sections.blocks]]
kind = "table"
id = "costs"
title = "Costs"
row_name = "cost"
columns = [
  # a remark on the choice: ] is no end
  {{ id = "by", title = "By [whom]", type = "choice", choices = [
    {{ id = "a", title = "A ]" }},
    {{ id = "b", title = "B" }},
  ] }},
  {{ id = "n", title = "N", toatl = true }},
]
row = 5
"""

    said = mistakes(text, words)

    assert [line.partition(",")[0] for line in said] == ["Line 21", "Line 23"]


def test_every_mistake_is_told_at_once(words: Words) -> None:
    """Nobody has to run the check once for each mistake."""
    text = template_text("rubric").replace("value = 2", "value = 7").replace("notes", "nots")
    text = text.replace('title = "There are roles."', "title = 5").replace("Which ones?", "")

    lines = mistakes(text, words)

    assert len(lines) == 3
    assert [line for line in lines if "levels 2, value" in line]
    assert [line for line in lines if "practices 1, title" in line]
    assert [line for line in lines if "questions 1, text" in line]


def test_lines_are_right_after_long_texts_and_comments(words: Words) -> None:
    """Lines inside a text of many lines are not taken for keys or tables."""
    long_text = '\nguidance = """\n[[sections]]\nid = 5\n"""\n# [[sections]]\nplacehold = "x"\n'

    said = mistakes(HEADER + SECTION + BLOCK + long_text, words)

    assert said == [
        (
            "Line 20, sections 1, blocks 1, placehold: “placehold” is not known here. "
            "Did you mean “placeholder”?"
        )
    ]


def test_a_template_of_500_blocks_is_read() -> None:
    """Large templates open."""
    blocks = "".join(BLOCK.replace("why", f"why-{number}") for number in range(500))

    template = read_template(HEADER + SECTION + blocks, "large")

    assert len(list(template.blocks())) == 500


def test_a_template_of_1_mb_is_read() -> None:
    """Long texts are no mistake."""
    guidance = f'guidance = "{"word " * 3_900}"'
    blocks = "".join(f"{BLOCK.replace('why', f'why-{number}')}{guidance}\n" for number in range(52))

    template = read_template(HEADER + SECTION + blocks, "large")

    assert len(template.text) > 1_000_000


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "can't be read"), (b"\xff\xfe", "is not UTF-8 text")],
)
def test_a_file_that_is_no_text_is_refused_with_words(
    content: bytes | None, said: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A missing or binary file gets a sentence that names it."""
    path = tmp_path_factory.mktemp("own") / "own.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(TemplateError, match=said) as caught:
        read_template_file(path)
    assert str(path) in str(caught.value)


def test_the_career_growth_template_mirrors_its_source(career_growth: Template) -> None:
    """Nothing of the note-taking template is left out: tabs, questions, evidence, documents."""
    rubric = career_growth.block("practices")
    assert rubric is not None
    parts = list(rubric.ids())

    assert [section.title for section in career_growth.sections] == [
        "Reflection",
        "Self-assessment",
        "Goals and roles",
        "Leader mindsets",
        "Resources",
    ]
    assert [len(section.blocks) for section in career_growth.sections] == [3, 1, 1, 3, 3]
    assert len([part for part in parts if part.startswith("range-of-roles/")]) == 5 + 4
    assert len([part for part in parts if part.startswith("highest-need-schools/")]) == 3 + 5


@pytest.mark.parametrize("key", [".".join("a" * 30_000), '"a" . ' * 30_000 + "a"])
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "[[{}]]", "b = {{ {} = 1 }}"])
def test_endless_key(key: str, line: str) -> None:
    """A name of thousands of parts, which would fill the memory, is refused with its line."""
    with pytest.raises(TemplateError, match="Line 2: the name before the “=” has too many parts"):
        read_template("id = 1\n" + line.format(key), "trap")


PRACTICE = """
[[sections.blocks]]
kind = "rubric"
id = "ratings"
levels = [
  { value = 1, label = "Low", meaning = "Little" },
  { value = 2, label = "Middle", meaning = "Some" },
  { value = 3, label = "High", meaning = "Much" },
]

[[sections.blocks.practices]]
id = "time"
number = 1
title = "There is time."
questions = [ { id = "when", text = "When?" } ]
evidence = [
  { id = "plan", text = "A plan" },
  { id = "EVIDENCE", text = "A timetable" },
]
"""


@pytest.mark.parametrize("most", [2, 4, 6])
def test_a_scale_has_as_many_levels_as_its_authors_want(most: int) -> None:
    """Ratings go from 1 to the number of levels, no further."""
    scale = [f'  {{ value = {n}, label = "L{n}", meaning = "M{n}" }},' for n in range(1, most + 1)]
    start, _, rest = PRACTICE.partition("levels = [")
    rubric = f"{start}levels = [\n{chr(10).join(scale)}\n]{rest.partition(']')[2]}"

    template = read_template(HEADER + SECTION + rubric.replace("EVIDENCE", "table"), "mine.toml")
    *_, block = template.blocks()

    assert block.read({"time": {"rating": most}})["time"].rating == most
    with pytest.raises(AnswerError, match=f"the levels are 1 to {most}|6 or less"):
        block.read({"time": {"rating": most + 1}})


def test_a_level_past_the_last_one_is_told(words: Words) -> None:
    """A scale without gaps is what a rating out of four means."""
    text = (HEADER + SECTION + PRACTICE).replace("value = 3", "value = 5")

    told = mistakes(text.replace("EVIDENCE", "table"), words)

    assert len(told) == 1
    assert "the value 5 is too high. The levels have the values 1 to 3." in told[0]


def test_a_question_and_evidence_of_one_practice_have_ids_of_their_own(words: Words) -> None:
    """Both are found under practice and id, so one id would lead to either."""
    shared = HEADER + SECTION + PRACTICE.replace("EVIDENCE", "when")
    line = shared.splitlines().index('  { id = "when", text = "A timetable" },') + 1

    found = mistakes(shared, words)
    parted = read_template(HEADER + SECTION + PRACTICE.replace("EVIDENCE", "table"), "mine.toml")

    assert len(found) == 1
    assert found[0].startswith(f"Line {line}, ")
    assert "the id “when” is taken by a question" in found[0]
    assert len(list(parted.blocks())) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "circle"])
def test_a_file_without_an_end_is_not_even_opened(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A pipe, a device, a folder or a link to itself is refused at once, by its name."""
    path = tmp_path_factory.mktemp("odd") / "odd.toml"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to(path.name)

    with pytest.raises(TemplateError, match=r"odd\.toml"):
        read_template_file(path)


def test_a_file_of_another_encoding_is_told_with_its_line(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A facilitator finds the letter that was saved in another way."""
    path = tmp_path_factory.mktemp("own") / "own.toml"
    path.write_bytes(f"{HEADER}summary = 'réflexion'".encode("latin-1"))

    with pytest.raises(TemplateError, match=r"is not UTF-8 text \(line 5\)"):
        read_template_file(path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title = Mine", "text stands in straight quotes"),
        ("title = “Mine”", "text stands in straight quotes"),
        ('title = "Mine', "the closing quote is missing"),
        ('title = "My "own" text"', "a quote inside text is written as"),
        ('title: "Mine"', "a name, an equals sign and a value"),
        ('title = "C:\\Users"', "a backslash in text is written twice"),
        ('title = "My\x07"', "a character that can't be seen"),
        ('title = "My"\ntitle = "Mine"', "stands here twice"),
        ("[[sections]", "a heading stands in two brackets on each side"),
        ("credits = " + "[" * 50_000, "too many brackets inside each other"),
        ("credits = 1" + "0" * 5000, "the number is too long"),
    ],
)
def test_what_is_no_toml_is_told_with_what_to_write(line: str, said: str, words: Words) -> None:
    """A slip of the keyboard gets a line and a remedy, not the parser's own words."""
    text = HEADER.replace('title = "Mine"\n', "") + line + "\n" + SECTION + BLOCK

    found = mistakes(text, words)

    assert [said in mistake for mistake in found] == [True]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADER.replace("ladder-template", "other"), "Line 1, format: write “ladder-template”."),
        (HEADER + 'language = "klingon!"', "Line 5, language: a language is written like “en”"),
        (HEADER.replace("= 1", "= 99999999999999999999"), "Line 3, version: a whole number"),
        (HEADER.replace('"Mine"', "2026-11-21"), "Line 4, title: text in quotes is expected, but"),
        (HEADER + SECTION + BLOCK.replace('kind = "prompt"\n', ""), "“kind” is missing"),
        (HEADER + SECTION + BLOCK.replace('"prompt"', '"Prompt"'), "“kind” is “Prompt”"),
    ],
)
def test_a_mistake_is_told_in_plain_words(text: str, said: str, words: Words) -> None:
    """No mistake speaks of patterns, types of the program or “None”."""
    assert any(said in mistake for mistake in mistakes(text, words))


def test_levels_of_a_scale_have_values_of_their_own(words: Words) -> None:
    """Two levels with one value would leave a rating without a meaning."""
    text = template_text().replace("value = 2", "value = 1")

    assert any("the value 1 is taken" in mistake for mistake in mistakes(text, words))
