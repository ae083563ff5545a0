"""Export and print, with their preview."""
