"""Pictures of every screen, put onto one sheet to look at."""
