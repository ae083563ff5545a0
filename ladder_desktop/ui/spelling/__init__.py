"""Spell check while typing, and its menus."""
