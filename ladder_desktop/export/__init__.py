"""The formats a workbook can be written in."""
