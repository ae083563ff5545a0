"""Bring in what others wrote: copies, forms, documents, rows."""
