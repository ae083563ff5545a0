"""What can go wrong for reasons outside of the project, in words for the person who started it."""


class Trouble(Exception):
    """One or two sentences: what happened, and what to do."""
