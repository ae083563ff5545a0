"""Pictures within notes."""
