"""Run what takes LibreOffice: ``python -m tests.office``."""

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    # named to this command alone, so that the usual tests need no LibreOffice
    sys.exit(pytest.main([str(Path(__file__).with_name("word_documents.py")), *sys.argv[1:]]))
