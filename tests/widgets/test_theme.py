"""The theme is readable in every mode, and reaches every control."""

import itertools
import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette, QUndoStack
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.bar_chart import Bar, BarChart
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import QuietButton
from ladder_desktop.widgets.choice import Choice, ScaleStep
from ladder_desktop.widgets.colours import COLOURS, MODES, Mode
from ladder_desktop.widgets.fold import FoldHeading
from ladder_desktop.widgets.icon_button import IconButton
from ladder_desktop.widgets.labels import Guidance, Question
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rows.grip import Grip
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.theme import Theme
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from tests.conftest import PutOn
from tests.on_screen import page_with


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    """The measure itself is right: black on white is 21, and grey #767676 is the known 4.54."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_every_text_can_be_read(mode: Mode) -> None:
    """Every text has at least 4.5:1 against everything it stands on."""
    colours = COLOURS[mode]
    texts = (colours.text, colours.muted, colours.accent, colours.warning)
    grounds = (colours.background, colours.surface, colours.tint)

    pairs = [*itertools.product(texts, grounds), (colours.on_accent, colours.accent)]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
ONE_COLOUR = re.compile(
    r"(?:^|[;\s])(selection-)?(color|background|background-color)\s*:\s*(#\w{6})"
)


@pytest.mark.parametrize("mode", MODES)
def test_every_rule_that_names_both_colours_can_be_read(mode: Mode) -> None:
    """Wherever the style sheet sets letters and their ground, they have 4.5:1."""
    found, weak = 0, []

    for rule, body in RULE.findall(Theme(mode).style_sheet()):
        colours = {(chosen, what): colour for chosen, what, colour in ONE_COLOUR.findall(body)}
        for chosen in ("", "selection-"):
            text = colours.get((chosen, "color"))
            ground = colours.get((chosen, "background")) or colours.get(
                (chosen, "background-color")
            )
            if text and ground:
                found += 1
                if contrast(text, ground) < 4.5:
                    weak.append((rule.strip(), text, ground))

    assert found > 15
    assert weak == []


@pytest.mark.parametrize("mode", MODES)
def test_a_message_over_the_page_can_be_read(mode: Mode) -> None:
    """A snackbar turns the colours round, and so does its button under the pointer."""
    colours = COLOURS[mode]

    assert contrast(colours.surface, colours.text) >= 4.5
    assert contrast(colours.surface, colours.muted) >= 4.5
    assert contrast(colours.warning, colours.background) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_every_part_can_be_seen(mode: Mode) -> None:
    """Borders of controls, of choices and of the focus have at least 3:1."""
    colours = COLOURS[mode]

    pairs = itertools.product(
        (colours.border, colours.accent), (colours.background, colours.surface)
    )

    assert [pair for pair in pairs if contrast(*pair) < 3] == []
    assert contrast(colours.accent, colours.tint) >= 3


def runs(image: QImage, x: int) -> list[str]:
    """Return the colours down a column of a picture that are at least 4 px high."""
    column = (image.pixelColor(x, y).name() for y in range(image.height()))
    found = ((colour, sum(1 for _ in same)) for colour, same in itertools.groupby(column))
    return [colour for colour, height in found if height >= 4]


@pytest.mark.parametrize("mode", MODES)
def test_every_part_of_a_chart_can_be_seen(mode: Mode, qtbot: QtBot, put_on: PutOn) -> None:
    """The bars of both moments have 3:1 against what is not filled, and so has their outline."""
    put_on(Theme(mode))
    chart = BarChart("Ratings")
    qtbot.addWidget(chart)
    chart.resize(1000, 60)
    chart.show_bars((Bar("Roles", 0.5, "", before=0.5),), compares=True)
    image = chart.grab().toImage()
    ground = image.pixelColor(0, 0).name()

    filled, unfilled = runs(image, 500), runs(image, 880)
    outline = {image.pixelColor(880, y).name() for y in range(image.height())}

    colours = COLOURS[mode]
    bars = [colour for colour in filled if colour != ground]
    assert bars == [colours.border, colours.accent]
    assert [colour for colour in unfilled if colour != ground] == [colours.tint, colours.tint]
    assert [bar for bar in bars if contrast(bar, colours.tint) < 3] == []
    for around in (ground, colours.surface, colours.background):
        assert [bar for bar in bars if contrast(bar, around) < 3] == []
        assert max(contrast(line, around) for line in outline) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_palette_carries_the_colours_for_painted_controls(mode: Mode, put_on: PutOn) -> None:
    """A control that paints itself finds the theme's colours in its palette."""
    put_on(Theme(mode))

    palette = QPushButton().palette()

    role = QPalette.ColorRole
    assert palette.color(role.Base).name() == COLOURS[mode].surface
    assert palette.color(role.Highlight).name() == COLOURS[mode].accent
    assert palette.color(role.PlaceholderText).name() == COLOURS[mode].muted


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.8), (1.25, 1.25), (9.0, 3.0)])
def test_zoom_stays_within_bounds(asked: float, given: float) -> None:
    """The zoom reaches from 80 to 300 %."""
    assert Theme("light", asked).zoom == given


def test_zoom_reaches_windows_that_are_open(qtbot: QtBot, put_on: PutOn) -> None:
    """Texts, gaps and margins of an open window grow with the zoom, and shrink back."""
    put_on(Theme("light"))
    window = QWidget()
    qtbot.addWidget(window)
    column = Column(window, gap=12, margins=(24, 20, 24, 24))
    question = Question("What is asked?")
    column.addWidget(question)
    window.show()

    put_on(Theme("light", 2))
    sizes = (column.spacing(), column.contentsMargins().top(), px(10), question.font().pixelSize())
    put_on(Theme("light"))

    assert sizes == (24, 40, 20, 32)
    assert column.spacing() == 12


def test_labels_get_the_height_that_their_text_needs(qtbot: QtBot, qapp: QApplication) -> None:
    """A long text in a narrow window is wrapped and nothing of it is cut off."""
    Theme("light").apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = Column(window)
    label = Guidance("Which roles are there, and who fills them? " * 12)
    column.addWidget(label)
    column.addStretch(1)

    window.resize(300, 900)
    window.show()

    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() <= 300


def accent_rim(control: QWidget) -> int:
    """Return how many px of accent a control's upper rim has, in the middle of its width."""
    picture = control.grab().toImage()
    ratio = picture.devicePixelRatio()
    x = round(picture.width() / 2)
    accent = QColor(COLOURS["light"].accent)
    dots = [picture.pixelColor(x, y) == accent for y in range(round(4 * ratio))]
    return round(sum(dots) / ratio)


CONTROLS: dict[str, Callable[[Words], QWidget]] = {
    "button": lambda _: QPushButton("What's left"),
    "quiet button": lambda _: QuietButton("Rename"),
    "line": lambda _: QLineEdit(),
    "choice of few": lambda _: QComboBox(),
    "text box": lambda words: NoteEditor(words, QUndoStack(), "Why?"),
    "tick box": lambda _: TickBox("A text that is long enough to reach the middle of its line"),
    "rating": lambda _: Choice(ScaleStep(1, "Limited", "Little"), "Roles"),
    "fold": lambda words: FoldHeading("A heading long enough to reach the middle of it", words),
    "grip": lambda _: Grip(),
    "icon": lambda _: IconButton("delete"),
}


@pytest.mark.parametrize("name", CONTROLS)
def test_focus_is_a_border_of_2_px_and_moves_nothing(name: str, words: Words, qtbot: QtBot) -> None:
    """Whatever has the focus shows it in the same way, and keeps its size."""
    control = CONTROLS[name](words)
    other = QPushButton("other")
    page_with(qtbot, other, control, width=400)
    other.setFocus()
    before = (accent_rim(control), control.sizeHint(), control.geometry())

    control.setFocus(Qt.FocusReason.TabFocusReason)
    after = (accent_rim(control), control.sizeHint(), control.geometry())

    assert (before[0], after[0]) == (0, 2)
    assert before[1:] == after[1:]


def test_focus_is_a_border_and_nothing_inside(qtbot: QtBot) -> None:
    """A button with the focus looks inside as it does without."""
    first, second = QPushButton("School"), QPushButton("LEA")
    page_with(qtbot, first, second)
    second.setFocus()
    inside = first.rect().adjusted(4, 4, -4, -4)
    without = first.grab(inside).toImage()

    first.setFocus()

    assert first.hasFocus()
    assert first.grab(inside).toImage() == without
