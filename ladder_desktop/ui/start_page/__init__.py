"""The start page: new, recent and found workbooks."""
