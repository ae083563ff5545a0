"""Set up, run and check Ladder Desktop: ``python3 packaging/dev.py run``.

This file alone stays readable for Python 3.8, so that an old one can say what is wrong.
"""

import shutil
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)


def unfit() -> str:
    """Say why this Python can't run the program; nothing when it can."""
    version = sys.version_info[:2]
    if OLDEST <= version <= NEWEST:
        return ""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    better = next((name for name in names if shutil.which(name)), "")
    advice = "Install one of those and start again with it."
    if better:
        advice = f"This machine has a fitting one: {' '.join([better, *sys.argv])}"
    return (
        f"Ladder Desktop needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; "
        f"this is {version[0]}.{version[1]}. {advice}"
    )


def main() -> int:
    """Run one command and return its exit code."""
    reason = unfit()
    if reason:
        sys.stderr.write(reason + "\n")
        return 1
    try:
        # only now: the rest is written for the Python that was just asked for
        from development import commands  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if str(error.name).startswith("development"):
            raise
        # Debian's python3-minimal comes without half of the standard library
        sys.stderr.write(f"This Python is not complete, it lacks {error.name}. Install python3.\n")
        return 1
    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
