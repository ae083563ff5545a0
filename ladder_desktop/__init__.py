"""Ladder Desktop: an offline workbook for career-ladder workshops."""

__version__ = "0.1.0"
