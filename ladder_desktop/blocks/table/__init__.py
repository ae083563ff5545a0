"""The table kind."""
