"""Measures the reader against a minimal one of the same parts, in one run on one machine."""
