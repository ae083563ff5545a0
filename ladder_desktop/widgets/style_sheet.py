"""The one style sheet of the application.

Rules are found by the name of a class, which Qt looks up in a table; attribute and universal
selectors would be tried on every widget. A border of 1 px comes with a margin of 1 px, so that
the 2 px border of what has the focus moves nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ladder_desktop.paths import resources
from ladder_desktop.widgets.colours import Colours
from ladder_desktop.widgets.grid.grid_style import grid_style

Px = Callable[[float], int]


def style_sheet(colours: Colours, px: Px) -> str:
    """Return the sheet for these colours; `px` turns px at 100 % into px at the zoom."""
    parts = (_labels, _frames, _buttons, _fields, _ticks, _lists, _menus, _scroll_bars, grid_style)
    return "\n".join(part(colours, px) for part in parts)


def _labels(colours: Colours, px: Px) -> str:
    return f"""
    PageTitle {{ font-size: {px(26)}px; font-weight: 700; color: {colours.text}; }}
    Place {{ font-size: {px(13)}px; color: {colours.muted}; }}
    Title {{ font-size: {px(19)}px; font-weight: 600; color: {colours.text}; }}
    Question {{ font-size: {px(16)}px; font-weight: 500; color: {colours.text}; }}
    Presentation Question, Presentation Title {{ font-size: {px(22)}px; }}
    Article Question {{ font-weight: 600; padding-top: {px(8)}px; }}
    Guidance {{ font-size: {px(14)}px; color: {colours.muted}; }}
    Caption {{ font-size: {px(13)}px; color: {colours.muted}; }}
    Trouble {{ font-size: {px(14)}px; color: {colours.warning}; }}
    Badge {{ font-size: {px(13)}px; font-weight: 600; color: {colours.accent};
             background: {colours.tint}; border-radius: {px(10)}px;
             padding: {px(2)}px {px(10)}px; }}
    """


def _frames(colours: Colours, px: Px) -> str:
    return f"""
    Card {{ background: {colours.surface}; border: {px(1)}px solid {colours.hairline};
            border-radius: {px(12)}px; }}
    PastPanel {{ background: {colours.surface}; border: none;
        border-{_start()}: 1px solid {colours.hairline}; }}
    PastPanel QScrollArea, PastPanel QScrollArea > QWidget > QWidget {{
        background: {colours.surface}; }}
    ChoicesArea, ChoicesArea > QWidget > QWidget {{ background: {colours.surface}; }}
    Banner {{ border-radius: 0; border-left: none; border-right: none; }}
    Notice {{ border: {px(1)}px solid {colours.hairline}; border-radius: {px(12)}px; }}
    JoinDialog QScrollArea, JoinDialog QScrollArea > QWidget > QWidget,
    MoveDialog QScrollArea, MoveDialog QScrollArea > QWidget > QWidget,
    SetAsideDialog QScrollArea, SetAsideDialog QScrollArea > QWidget > QWidget,
    RatingsDialog QScrollArea, RatingsDialog QScrollArea > QWidget > QWidget {{
        background: {colours.surface}; }}
    TallDialog QScrollArea, TallDialog QScrollArea > QWidget > QWidget,
    QDialog Inner, QDialog Inner > QWidget > QWidget,
    QDialog WholeWindow, QDialog WholeWindow > QWidget > QWidget {{
        background: {colours.surface}; }}
    OverviewWindow WholeWindow, OverviewWindow WholeWindow > QWidget > QWidget {{
        background: {colours.background}; }}
    TroubleBanner {{ border-{_start()}: {px(4)}px solid {colours.warning}; }}
    TroubleBanner Guidance {{ color: {colours.text}; }}
    RowCard {{ background: {colours.surface}; border: {px(1)}px solid {colours.hairline};
               border-radius: {px(12)}px; }}
    Hairline {{ background: {colours.hairline}; border: none; max-height: 1px; }}
    Snackbar {{ background: {colours.text}; border-radius: {px(8)}px; }}
    Snackbar QLabel {{ color: {colours.surface}; font-size: {px(14)}px; }}
    Snackbar QPushButton {{ color: {colours.surface}; background: transparent;
            border-color: {colours.surface}; }}
    Snackbar QPushButton:hover {{ background: {colours.muted}; }}
    Snackbar QPushButton:focus {{ border: {2 * px(1)}px solid {colours.surface}; margin: 0; }}
    QDialog, QMessageBox {{ background: {colours.surface}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ color: {colours.surface}; background: {colours.text};
                border: none; padding: {px(4)}px {px(8)}px; font-size: {px(13)}px; }}
    QStatusBar {{ background: {colours.background}; color: {colours.muted};
                  border-top: 1px solid {colours.hairline}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {colours.muted}; font-size: {px(14)}px; }}
    """


def _buttons(colours: Colours, px: Px) -> str:
    return f"""
    QPushButton {{ font-size: {px(14)}px; font-weight: 600; color: {colours.accent};
        background: {colours.surface}; border: {px(1)}px solid {colours.border}; margin: {px(1)}px;
        border-radius: {px(8)}px; padding: {px(7)}px {px(14)}px; outline: none; }}
    QPushButton:hover, QPushButton:checked, QPushButton:open {{ background: {colours.tint}; }}
    QPushButton:focus {{ border: {2 * px(1)}px solid {colours.accent}; margin: 0; }}
    QPushButton:disabled {{ color: {colours.muted}; border-color: {colours.hairline}; }}
    PrimaryButton {{ color: {colours.on_accent}; background: {colours.accent};
        border-color: {colours.accent}; }}
    PrimaryButton:hover {{ color: {colours.on_accent}; background: {colours.accent};
        border: {px(1)}px solid {colours.text}; }}
    PrimaryButton:focus {{ border: {2 * px(1)}px solid {colours.text}; }}
    PrimaryButton:disabled {{ color: {colours.muted}; background: {colours.tint}; }}
    QuietButton, IconButton {{ background: transparent; border-color: transparent; }}
    QuietButton {{ padding: {px(5)}px {px(8)}px; }}
    ItemEditor DayPicker {{ padding: {px(10)}px {px(14)}px {px(11)}px; }}
    IconButton {{ padding: 0; }}
    QuietButton:hover, IconButton:hover {{ background: {colours.tint}; }}
    QuietButton:focus, IconButton:focus {{
        border: {2 * px(1)}px solid {colours.accent}; margin: 0; }}
    QuietButton:disabled, IconButton:disabled {{ border-color: transparent; }}
    """


def _fields(colours: Colours, px: Px) -> str:
    return f"""
    QLineEdit, QComboBox {{ color: {colours.text}; background: {colours.surface};
        border: {px(1)}px solid {colours.border}; margin: {px(1)}px; border-radius: {px(8)}px;
        padding: {px(6)}px {px(10)}px; placeholder-text-color: {colours.muted};
        selection-background-color: {colours.accent}; selection-color: {colours.on_accent}; }}
    QLineEdit:focus, QComboBox:focus, QComboBox:on {{
        border: {2 * px(1)}px solid {colours.accent}; margin: 0; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {colours.muted};
        border-color: {colours.hairline}; }}
    QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
    QComboBox::down-arrow {{ image: url({_picture("arrow-down")});
        width: {px(16)}px; height: {px(16)}px; }}
    QComboBox QAbstractItemView {{ border-radius: 0; }}
    UnplacedDialog QPlainTextEdit {{ color: {colours.text}; background: {colours.surface};
        border: {px(1)}px solid {colours.border}; margin: {px(1)}px; border-radius: {px(8)}px;
        padding: {px(4)}px {px(6)}px; }}
    UnplacedDialog QPlainTextEdit:focus {{ border: {2 * px(1)}px solid {colours.accent};
        margin: 0; }}
    QProgressBar {{ background: {colours.tint}; border: none; border-radius: {px(4)}px;
        min-height: {px(8)}px; max-height: {px(8)}px; color: {colours.text}; }}
    QProgressBar::chunk {{ background: {colours.accent}; border-radius: {px(4)}px; }}
    """


def _ticks(colours: Colours, px: Px) -> str:
    """Style the tick boxes of the system's own dialogs; `TickBox` paints itself."""
    tick = "tick-on-dark" if colours.on_accent == "#ffffff" else "tick-on-light"
    return f"""
    QCheckBox, QRadioButton {{ color: {colours.text}; spacing: {px(8)}px; }}
    QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator {{
        width: {px(18)}px; height: {px(18)}px; background: {colours.surface};
        border: {px(1)}px solid {colours.border}; border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {px(10)}px; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {colours.accent}; }}
    QCheckBox::indicator:checked, QTreeView::indicator:checked {{ background: {colours.accent};
        border-color: {colours.accent}; image: url({_picture(tick)}); }}
    QRadioButton::indicator:checked {{ border: {px(5)}px solid {colours.accent};
        width: {px(10)}px; height: {px(10)}px; }}
    """


def _lists(colours: Colours, px: Px) -> str:
    return f"""
    QListView, QTreeView, QTableView {{ color: {colours.text}; background: {colours.surface};
        border: {px(1)}px solid {colours.border}; margin: {px(1)}px; border-radius: {px(8)}px;
        padding: {px(4)}px; outline: none; selection-background-color: {colours.tint};
        selection-color: {colours.text}; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{
        border: {2 * px(1)}px solid {colours.accent}; margin: 0; }}
    QListView::item, QTreeView::item {{ min-height: {px(32)}px; padding: 0 {px(8)}px;
        border-radius: {px(6)}px; }}
    QTreeView::branch:closed:has-children {{ image: url({_picture(f"arrow-{_end()}")}); }}
    QTreeView::branch:open:has-children {{ image: url({_picture("arrow-down")}); }}
    QListView::item:selected, QTreeView::item:selected,
    QListView::item:hover, QTreeView::item:hover {{ background: {colours.tint};
        color: {colours.text}; }}
    QCalendarWidget QTableView {{ border: {2 * px(1)}px solid {colours.surface}; margin: 0;
        padding: 0; border-radius: 0;
        selection-background-color: {colours.accent}; selection-color: {colours.on_accent}; }}
    QCalendarWidget QTableView:focus {{ border: {2 * px(1)}px solid {colours.accent}; }}
    QCalendarWidget #qt_calendar_navigationbar {{ background: {colours.surface}; }}
    QCalendarWidget QToolButton {{ color: {colours.text}; background: {colours.surface};
        border: {px(1)}px solid {colours.surface}; border-radius: {px(6)}px;
        padding: {px(4)}px {px(8)}px; icon-size: {px(16)}px; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QToolButton:hover {{ background: {colours.tint}; }}
    QCalendarWidget QToolButton:focus {{ border-color: {colours.accent}; }}
    QCalendarWidget #qt_calendar_prevmonth {{
        qproperty-icon: url({_picture(f"arrow-{_start()}")}); }}
    QCalendarWidget #qt_calendar_nextmonth {{
        qproperty-icon: url({_picture(f"arrow-{_end()}")}); }}
    """


def _menus(colours: Colours, px: Px) -> str:
    return f"""
    QMenuBar {{ background: {colours.background}; color: {colours.muted}; border: none;
        font-size: {px(14)}px; padding: {px(2)}px {px(12)}px; }}
    QMenuBar::item {{ background: transparent; padding: {px(4)}px {px(8)}px;
        border-radius: {px(6)}px; }}
    QMenuBar::item:selected {{ background: {colours.tint}; color: {colours.text}; }}
    QMenu {{ background: {colours.surface}; color: {colours.text}; menu-scrollable: 1;
        border: {px(1)}px solid {colours.border}; padding: {px(4)}px; font-size: {px(14)}px; }}
    QMenu::item {{ padding: {px(6)}px {px(32)}px {px(6)}px {px(12)}px;
        border-radius: {px(6)}px; }}
    QMenu::right-arrow {{ image: url({_picture(f"arrow-{_end()}")});
        width: {px(16)}px; height: {px(16)}px; margin: 0 {px(8)}px; }}
    QMenu::item:selected {{ background: {colours.tint}; color: {colours.text}; }}
    QMenu::item:disabled {{ color: {colours.muted}; }}
    QMenu::separator {{ height: 1px; background: {colours.hairline};
        margin: {px(4)}px {px(8)}px; }}
    """


def _scroll_bars(colours: Colours, px: Px) -> str:
    return f"""
    QScrollArea {{ border: none; background: {colours.background}; }}
    TallDialog QScrollArea, RatingsDialog QScrollArea, QTextBrowser {{
        border: {2 * px(1)}px solid {colours.surface}; }}
    OverviewWindow Page {{ border: {2 * px(1)}px solid {colours.background}; }}
    TallDialog QScrollArea:focus, RatingsDialog QScrollArea:focus, OverviewWindow Page:focus,
    QTextBrowser:focus {{
        border: {2 * px(1)}px solid {colours.accent}; border-radius: {px(8)}px; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {px(14)}px; }}
    QScrollBar:horizontal {{ height: {px(14)}px; }}
    QScrollBar::handle {{ background: {colours.border}; border-radius: {px(4)}px;
        margin: {px(3)}px; }}
    QScrollBar::handle:vertical {{ min-height: {px(36)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(36)}px; }}
    QScrollBar::handle:hover {{ background: {colours.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _start() -> str:
    """Return the side where lines begin; a sheet mirrors nothing by itself."""
    return "right" if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"


def _end() -> str:
    """Return the side where lines end."""
    return "left" if _start() == "right" else "right"


def _picture(name: str) -> str:
    """Return where a picture lies whose colour fits every mode it is used in."""
    path = (resources() / "icons" / "fixed" / f"{name}.svg").as_posix()
    # without quotes, an accent in a person's name would make the whole sheet unreadable
    path = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{path}"'
