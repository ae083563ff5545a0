"""A workbook with pictures in an answer of every kind that takes texts."""

import json

import msgspec

from ladder_desktop.document.image_data import identity_of, stripped
from ladder_desktop.document.pictures import Album, Picture, marker
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.photos import drawing, photo
from tests.samples import answers, template_text

KINDS = ("prompt", "rubric", "table", "checklist", "resources", "reading")
PHOTO = Picture("image/jpeg", stripped(photo((1600, 1200))))
SCREEN = Picture("image/png", drawing((300, 200), mode="RGBA", colour="#11223380"))
TALL = Picture("image/jpeg", stripped(photo((900, 2000), seed=9)))


def shown(text: str, picture: Picture) -> str:
    """Return a marker that describes a picture."""
    return marker(text, identity_of(picture.data))


def pictured() -> Workbook:
    """Return a workbook with a picture in an answer of every kind, and two in the first."""
    album = Album()
    for one in (PHOTO, SCREEN, TALL):
        album = album.with_picture(identity_of(one.data), one)
    plain = json.loads(json.dumps(answers(*KINDS)))
    plain["why"] += f"\n- {shown('pic-list', TALL)}\n{shown('pic-one', PHOTO)} and on"
    plain["practices"]["roles"]["notes"] = shown("pic-notes", SCREEN)
    plain["goals"][0]["goal"] += f"\n{shown('pic-cell', PHOTO)}"
    plain["steps"]["ask"]["notes"] += f"\n{shown('pic-remark', SCREEN)}"
    plain["sources"]["guide"]["notes"] += f"\n{shown('pic-source', TALL)}"
    plain["page-four"]["notes"] = f"{shown('pic-read', PHOTO)}\n{marker('pic-lost', 'nowhere')}"
    empty = new_workbook(read_template(template_text(*KINDS), "sample"))
    return filled(msgspec.structs.replace(empty, pictures=album), {"answers": plain}, "sample")


DESCRIBED = [
    f"pic-{name}" for name in ("list", "one", "notes", "cell", "remark", "source", "read", "lost")
]
