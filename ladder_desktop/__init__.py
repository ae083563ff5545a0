"""Ladder Desktop: an offline workbook for career-ladder workshops."""

__version__ = "0.1.0"
STOPPED = 130  # the exit code that Ctrl+C leaves behind everywhere
