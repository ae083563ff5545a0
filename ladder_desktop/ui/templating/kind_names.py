"""How people call the kinds of blocks that a document can become."""

from ladder_desktop.errors import N_
from ladder_desktop.intake.proposal import Kind

KIND_NAMES: dict[Kind, str] = {
    "prompt": N_("Question"),
    "checklist": N_("Checklist"),
    "table": N_("Table"),
    "rubric": N_("Ratings"),
    "resources": N_("Sources"),
    "reading": N_("Reading"),
}
