"""Templates of one's own, from a file or a Word document."""
