"""Help, keys, the check of this computer, and about."""
