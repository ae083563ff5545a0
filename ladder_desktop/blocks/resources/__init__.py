"""The resources kind."""
