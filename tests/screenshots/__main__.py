"""Takes pictures of every screen: ``python3 packaging/dev.py screenshots [--every | --readme]``.

All of them are put onto one sheet, in ``build/screenshots/``, to be looked at.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from ladder_desktop.paths import resources
from tests.screens import screens
from tests.screenshots.looks import View, every, few
from tests.screenshots.sheet import contact_sheet, save_small

OUT = Path(__file__).resolve().parents[2] / "build" / "screenshots"
WIDTH = 860
# the pictures that README, the software centres and the page "Start here" show
KEPT = {
    "window.png": ("section-1", View("en", "light", 100)),
    "rubric.png": ("section-2", View("en", "dark", 100)),
    "export.png": ("export", View("en", "light", 100)),
    "es/window.png": ("section-1", View("es", "light", 100)),
}


def main() -> int:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("--every", action="store_true", help="all languages, colours and sizes")
    parser.add_argument("--readme", action="store_true", help="only those in resources/help")
    parser.add_argument("--screens", nargs="+", metavar="NAME", help="only these screens")
    chosen = parser.parse_args()
    if chosen.readme:
        return keep()
    names = chosen.screens or list(screens())
    views = every() if chosen.every else few()
    failed = [view.name for view in views if not take(view, names)]
    sheet = OUT / "sheet.png"
    contact_sheet(OUT, names, [view.name for view in views]).save(sheet, optimize=True)
    print(f"{len(names) * len(views)} pictures: {sheet}")  # noqa: T201 - what the command tells
    if failed:
        print(f"Not all of these could be taken: {', '.join(failed)}")  # noqa: T201
    return 1 if failed else 0


def take(view: View, names: Sequence[str]) -> bool:
    """Take the pictures of one look in a process of its own; tell whether all went well."""
    folder = OUT / view.name
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.png").unlink(missing_ok=True)
    print(view.name, flush=True)  # noqa: T201
    asked = [str(folder), view.language, view.mode, str(view.zoom), *names]
    command = [sys.executable, "-m", "tests.screenshots.shooting", *asked]
    return subprocess.run(command, check=False).returncode == 0


def keep() -> int:
    """Make the pictures anew that stand in `resources/help/`."""
    for file, (name, view) in KEPT.items():
        if not take(view, [name]):
            return 1
        with Image.open(OUT / view.name / f"{name}.png") as picture:
            save_small(picture, resources() / "help" / file, WIDTH)
    return 0


if __name__ == "__main__":
    sys.exit(main())
