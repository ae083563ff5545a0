"""The checklist kind."""
