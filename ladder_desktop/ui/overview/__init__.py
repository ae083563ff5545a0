"""Where we stand: ratings and lists in charts."""
