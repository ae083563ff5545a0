"""The window: what joins controls, workbook, store and export for a person at a screen."""
