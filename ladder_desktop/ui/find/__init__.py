"""Find, replace and go to what is left."""
