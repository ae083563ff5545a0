"""Name, move, copy and close the file of a workbook."""
