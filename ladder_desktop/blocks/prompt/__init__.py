"""The prompt kind."""
