"""The named colours of the theme, in three modes."""

from typing import Literal, get_args

import msgspec

Mode = Literal["light", "dark", "contrast"]
MODES: tuple[Mode, ...] = get_args(Mode)


class Colours(msgspec.Struct, frozen=True):
    """The colours of one mode, as ``#rrggbb``.

    Attributes:
        background: behind everything.
        surface: cards, boxes, menus.
        text: what is read; at least 4.5:1 on background, surface and tint.
        muted: guidance and captions; at least 4.5:1 as well.
        accent: focus, choices, primary buttons; as text at least 4.5:1.
        on_accent: text on the accent.
        tint: the surface of what is chosen or pointed at.
        hairline: lines between things, decorative only.
        border: borders of boxes and controls, at least 3:1 against surface and background.
        warning: text that says what is wrong.
    """

    background: str
    surface: str
    text: str
    muted: str
    accent: str
    on_accent: str
    tint: str
    hairline: str
    border: str
    warning: str


COLOURS: dict[Mode, Colours] = {
    "light": Colours(
        background="#faf8f4",
        surface="#ffffff",
        text="#1e242c",
        muted="#5a6472",
        accent="#0b6b69",
        on_accent="#ffffff",
        tint="#e4f1ef",
        hairline="#e4dfd6",
        border="#8a8578",
        warning="#9a3412",
    ),
    "dark": Colours(
        background="#15181c",
        surface="#1d2126",
        text="#e9ebee",
        muted="#a7b0bc",
        accent="#63c7c0",
        on_accent="#0c1a19",
        tint="#1f3433",
        hairline="#31373f",
        border="#7a838f",
        warning="#ffb27a",
    ),
    "contrast": Colours(
        background="#000000",
        surface="#000000",
        text="#ffffff",
        muted="#e6e6e6",
        accent="#ffd83d",
        on_accent="#000000",
        tint="#2b2600",
        hairline="#8c8c8c",
        border="#ffffff",
        warning="#ff9f6b",
    ),
}
