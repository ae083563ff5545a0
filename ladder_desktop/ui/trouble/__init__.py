"""What went wrong, said calmly."""
