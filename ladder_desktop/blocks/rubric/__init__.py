"""The rubric kind."""
