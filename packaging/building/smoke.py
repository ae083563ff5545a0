"""Lets a built program prove itself and judges its report."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from development.steps import call, say
from development.trouble import Trouble

# In a network of its own, which leads nowhere.
CUT_OFF = ("unshare", "--net")
UNDRESSED = "Could not parse application stylesheet"  # Qt only says so, and goes on


def prove(
    name: str,
    command: Sequence[str | Path],
    log: Path,
    env: Mapping[str, str],
    *,
    cwd: Path | None = None,
    is_ours: bool = True,
) -> dict[str, Any]:
    """Run a program's smoke test and return its report.

    Args:
        name: what is tried, for whoever reads along.
        command: what starts the program, and all arguments.
        log: where the report appears, as this process sees it.
        env: the environment.
        cwd: where it runs.
        is_ours: whether its Python came along; another one has parts that open connections.

    Raises:
        Trouble: the report is missing, or says that something failed.
    """
    log.unlink(missing_ok=True)
    finished = call(command, env=env, cwd=cwd)
    if not log.exists():
        raise Trouble(f"{name}: no report ({finished.code}).\n{finished.output[-3000:]}")
    report: dict[str, Any] = json.loads(log.read_text(encoding="utf-8"))
    reaches = is_ours and report["network_parts"]
    if not report["ok"] or reaches or finished.code != 0 or UNDRESSED in finished.output:
        raise Trouble(f"{name} failed ({finished.code}): {json.dumps(report, indent=1)}")
    say(
        f"  {name}: typed, saved, reopened, {report['pdf_pages']} pages; window painted after "
        f"{report['first_paint_seconds']} s ({report['platform']}, Qt {report['qt']}, "
        f"Python {report['python']})"
    )
    return report


def words(log: str, *more: str) -> list[str]:
    """Return the arguments of the smoke contract."""
    return ["--smoke", "--smoke-log", log, *more]
