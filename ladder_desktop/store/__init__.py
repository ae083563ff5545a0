"""The workbook file: reading and writing it, its history, and what protects it."""
