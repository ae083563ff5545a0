"""Finds misspelt words in plain text, and knows better ones; loaded after the first pause."""
