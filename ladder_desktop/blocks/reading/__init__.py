"""The reading kind."""
