"""Small definitions of every kind, and answers in which each text stands only once."""

from typing import Any

import msgspec

from ladder_desktop.blocks import KINDS, definition
from ladder_desktop.blocks.block import Block

DEFINITIONS: dict[str, dict[str, Any]] = {
    "prompt": {"kind": "prompt", "id": "why", "question": "Why do you ask?"},
    "rubric": {
        "kind": "rubric",
        "id": "practices",
        "levels": [
            {"value": 1, "label": "Limited", "meaning": "Little is seen."},
            {"value": 2, "label": "Basic", "meaning": "Some is seen."},
            {"value": 3, "label": "Effective", "meaning": "Much is seen."},
        ],
        "practices": [
            {
                "id": "roles",
                "number": 1,
                "title": "There are roles.",
                "questions": [{"id": "which", "text": "Which ones?"}],
                "evidence": [{"id": "lists", "text": "Lists of roles"}],
            },
            {"id": "schools", "number": 2, "title": "Schools are named.", "level": "lea"},
        ],
    },
    "table": {
        "kind": "table",
        "id": "goals",
        "title": "Goals and roles",
        "row_name": "goal",
        "rows": 2,
        "columns": [{"id": "goal", "title": "Goal"}, {"id": "role", "title": "Role"}],
    },
    "checklist": {
        "kind": "checklist",
        "id": "steps",
        "title": "Steps",
        "remarks": ["owner", "due", "notes", "evidence"],
        "items": [{"id": "ask", "text": "Ask the staff"}, {"id": "meet", "text": "Meet"}],
    },
    "resources": {
        "kind": "resources",
        "id": "sources",
        "title": "Documents",
        "items": [
            {
                "id": "guide",
                "title": "The Guide",
                "publisher": "IU13",
                "url": "https://example.org/guide",
            },
            {"id": "book", "title": "The Book"},
        ],
    },
    "reading": {
        "kind": "reading",
        "id": "page-four",
        "title": "A Culture",
        "part": "Page four",
        "publisher": "A Department",
    },
    "survey": {
        "kind": "survey",
        "id": "staff",
        "title": "Staff survey",
        "levels": [
            {"id": "no", "label": "No", "value": 1},
            {"id": "yes", "label": "Yes", "value": 2},
        ],
        "items": [{"id": "ready", "text": "We are ready."}, {"id": "glad", "text": "I am glad."}],
    },
}

ANSWERS: dict[str, Any] = {
    "prompt": "Because answer-prompt matters.",
    "rubric": {
        "roles": {
            "rating": 2,
            "notes": "answer-general",
            "questions": {"which": "answer-guiding"},
            "evidence": {"lists": {"have": True, "notes": "answer-evidence"}},
            "added": [{"question": "answer-asked?", "notes": "answer-added"}],
        },
        "schools": {"rating": None, "notes": "", "questions": {}, "evidence": {}, "added": []},
    },
    "table": [
        {"goal": "answer-goal", "role": "answer-role"},
        {"goal": "", "role": ""},
        {"goal": "answer-third", "role": ""},
    ],
    "checklist": {
        "ask": {
            "done": True,
            "owner": "answer-owner",
            "due": "2026-12-01",
            "notes": "answer-remark",
            "evidence": "answer-proof",
        },
        "meet": {"done": False, "owner": "", "due": None, "notes": "", "evidence": ""},
    },
    "resources": {
        "guide": {"read": True, "notes": "answer-taken"},
        "book": {"read": False, "notes": ""},
    },
    "reading": {"read": True, "notes": "answer-read"},
    "survey": {"ready": {"no": 1103, "yes": 2707}, "glad": {"no": None, "yes": 0}},
}

FEW = 1000  # a smaller figure may stand elsewhere on a page, too


def block_of(kind: str) -> Block:
    """Return the sample definition of a kind."""
    return msgspec.convert(DEFINITIONS[kind], definition(kind))


def template_text(*kinds: str) -> str:
    """Return a template of one section that holds a block of each of these kinds (or all)."""
    blocks = "\n".join(_block_text(kind) for kind in kinds or KINDS)
    return f"""\
format = "ladder-template"
id = "sample"
version = 1
title = "A sample"

[[sections]]
id = "all"
title = "All kinds"
{blocks}
"""


def answers(*kinds: str) -> dict[str, Any]:
    """Return the sample answers of these kinds (or all), under the ids of their blocks."""
    return {DEFINITIONS[kind]["id"]: ANSWERS[kind] for kind in kinds or KINDS}


def texts(plain: Any) -> list[str]:
    """Return every text of the sample answers that begins like an answer, and every count."""
    if isinstance(plain, int) and plain > FEW:
        return [str(plain)]
    if isinstance(plain, str):
        return [word for word in plain.split() if word.startswith("answer-")]
    values = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    return [text for value in values for text in texts(value)]


def _block_text(kind: str) -> str:
    lines = [f"{key} = {_toml(value)}" for key, value in DEFINITIONS[kind].items()]
    return "\n".join(["[[sections.blocks]]", *lines])


def _toml(value: Any) -> str:
    """Return a value as TOML writes it, with groups inline."""
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)
