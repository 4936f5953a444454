"""Editions of a library that travel signed: read from a folder or a stick, checked, put in place, taken back."""
