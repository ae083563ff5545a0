"""Prepare a stick, join a workshop."""
