"""The survey kind."""
