"""Rows as cards."""
