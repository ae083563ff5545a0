"""Starts the program: the window, or the command line."""

import sys

from ladder_desktop import STOPPED

SUFFIX = ".ladder"
SMOKE = "--smoke"


def main() -> int:
    """Run what the arguments ask for, and return the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [SMOKE]:
        # what only those ask for who prove an installation
        from ladder_desktop.ui.smoke import run  # noqa: PLC0415

        return run(arguments)
    if _is_for_the_window(arguments):
        return _open_window(arguments[-1:] if arguments != ["open"] else [])
    try:
        # click takes as long to import as half the window; only the command line needs it
        from ladder_desktop.cli import run as run_command  # noqa: PLC0415

        return run_command()
    except KeyboardInterrupt:
        return STOPPED


def _is_for_the_window(arguments: list[str]) -> bool:
    """Tell whether these are ``[open] [FILE]``: no option, no command, a file that looks ours."""
    match arguments:
        case [] | ["open"]:
            return True
        case ["open", file]:
            return not file.startswith("-")
        case [file]:
            return file.lower().endswith(SUFFIX) and not file.startswith("-")
    return False


def _open_window(files: list[str]) -> int:
    # Qt is only for those who asked for a window
    from ladder_desktop.ui.start import run  # noqa: PLC0415

    return run(files)


if __name__ == "__main__":
    sys.exit(main())
