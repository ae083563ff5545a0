"""One question in large type, for the room."""
