"""Builds what people install: `dev.py build`."""
