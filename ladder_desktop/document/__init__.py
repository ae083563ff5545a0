"""The printable document: what every export format writes."""
