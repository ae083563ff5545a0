"""A table with typed columns."""
