"""What a folder that is handed out may hold, and how large things may be."""

import re
from collections.abc import Iterable
from pathlib import Path

from development.trouble import Trouble

from building import reproducible

MEGABYTE = 1_000_000
BUDGETS = {".deb": 45, ".exe": 35, ".run": 45, ".zip": 60}
INSTALLED = 160
# Anything that could open a connection to another computer.
NETWORK = re.compile(
    r"(Qt6?Network|QtNetwork|(^|/)plugins/tls/|libssl|libcrypto|ssleay|(^|/)_ssl\.|(^|/)ssl\.pyc?$"
    r"|(^|/)http/|(^|/)ftplib\.|(^|/)smtplib\.|urllib/request\.|urllib/error\.|Qt6?Qml|Qt6?Quick"
    r"|Qt6?WebEngine|Qt6?Pdf(\.|Widgets|Quick)|QtPdf\.)"
)


def check(folder: Path) -> None:
    """Refuse a folder that could reach for a network or is too large.

    Raises:
        Trouble: names what is wrong.
    """
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    wrong = network_parts(names)
    if wrong:
        raise Trouble(f"{folder.name} holds parts that open connections: {', '.join(wrong)}")
    size = reproducible.size_of(folder) / MEGABYTE
    if size > INSTALLED:
        raise Trouble(f"{folder.name} has {size:.0f} MB; at most {INSTALLED} MB are allowed.")


def network_parts(names: Iterable[str]) -> list[str]:
    """Return those files of a folder that could open a connection."""
    return sorted(name for name in names if NETWORK.search(name))


def check_size(file: Path) -> None:
    """Refuse a file over its budget.

    Raises:
        Trouble: says by how much.
    """
    budget = BUDGETS[file.suffix]
    size = file.stat().st_size / MEGABYTE
    if size > budget:
        raise Trouble(f"{file.name} has {size:.1f} MB; at most {budget} MB are allowed.")
