"""The part of the style sheet that dresses tables and the editors in their cells."""

from collections.abc import Callable

from ladder_desktop.widgets.colours import Colours


def grid_style(colours: Colours, px: Callable[[float], int]) -> str:
    """Return the rules for these colours; `px` turns px at 100 % into px at the zoom."""
    return f"""
    GridView {{ color: {colours.text}; background: {colours.surface};
        border: {px(1)}px solid {colours.border}; margin: {px(1)}px; padding: 0;
        border-radius: {px(8)}px; gridline-color: {colours.hairline};
        selection-background-color: {colours.tint}; selection-color: {colours.text}; }}
    GridView:focus {{ border: {2 * px(1)}px solid {colours.accent}; margin: 0; }}
    GridView[cards="true"], GridView[cards="true"]:focus {{ background: {colours.background};
        border: {2 * px(1)}px solid {colours.background}; margin: 0; border-radius: 0; }}
    GridView QHeaderView {{ background: transparent; border: none; }}
    GridView QHeaderView::section {{ background: transparent; color: {colours.muted};
        font-size: {px(13)}px; border: none; border-bottom: {px(1)}px solid {colours.border};
        padding: {px(6)}px {px(8)}px; }}
    GridView QHeaderView::section:hover {{ color: {colours.accent}; }}
    GridView QHeaderView::section:vertical {{ border-bottom: none; padding: {px(7)}px {px(6)}px;
        min-width: {px(20)}px; }}
    GridView QTableCornerButton::section {{ background: transparent; border: none;
        border-bottom: {px(1)}px solid {colours.border}; }}
    CellLine, CellDay, CellChoice {{ color: {colours.text};
        background: {colours.surface}; border: {2 * px(1)}px solid {colours.accent};
        border-radius: 0; margin: 0; padding: 0 {px(6)}px; }}
    GridView[cards="true"] CellLine, GridView[cards="true"] CellDay,
    GridView[cards="true"] CellChoice {{ border-radius: {px(8)}px; }}
    CellLine:focus, CellDay:focus, CellChoice:focus {{ border: {2 * px(1)}px solid {colours.accent};
        margin: 0; }}
    """
