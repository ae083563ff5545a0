"""Translations: from what translators write (.po) to what the program reads (.mo)."""

import os
from pathlib import Path

from development.house import House
from development.steps import call, step
from development.trouble import Trouble


def stale(house: House) -> list[Path]:
    """Return the catalogues that were never compiled, or were changed since."""
    return [
        source
        for source in sorted(house.catalogues.glob("*/LC_MESSAGES/*.po"))
        if not _is_fresh(source.with_suffix(".mo"), source)
    ]


def compile_stale(house: House) -> None:
    """Compile every stale catalogue.

    Raises:
        Trouble: when a catalogue has a mistake.
    """
    sources = stale(house)
    if not sources:
        return
    with step(f"translations ({len(sources)})"):
        for source in sources:
            _compile(house, source)


def _compile(house: House, source: Path) -> None:
    # compiled beside its place and moved there whole: an interrupted one never looks fresh
    unfinished = source.with_suffix(".mo.part")
    babel: list[str | Path] = [house.python, "-m", "babel.messages.frontend"]
    finished = call([*babel, "compile", "-i", source, "-o", unfinished])
    if finished.code != 0:
        unfinished.unlink(missing_ok=True)
        raise Trouble(f"{house.shown(source)} can't be compiled:\n{finished.output.strip()}")
    os.replace(unfinished, source.with_suffix(".mo"))  # noqa: PTH105 - replaces on Windows too


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns
