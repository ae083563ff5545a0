"""What `dev.py` does: set-up, checks and start of Ladder Desktop from its source."""
