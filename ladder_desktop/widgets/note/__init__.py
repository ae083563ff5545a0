"""A box for notes with light marks, spelling and links."""
