"""Earlier versions, marked moments and ratings side by side."""
