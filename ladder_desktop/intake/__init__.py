"""Reads documents that come from elsewhere; every one is hostile until it was checked."""
