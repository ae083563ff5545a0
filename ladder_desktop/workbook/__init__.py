"""Templates, and workbooks made from them; pure Python, no files and no window."""
