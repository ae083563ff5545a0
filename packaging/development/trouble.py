"""What can go wrong for reasons outside of the project, in words for the person who started it."""


class Trouble(Exception):  # noqa: N818 - what happened is no error of the program
    """One or two sentences: what happened, and what to do."""
