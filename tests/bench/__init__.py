"""Measures of speed and memory, run by ``python3 packaging/dev.py bench``."""
