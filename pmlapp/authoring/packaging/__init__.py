"""Wraps a library and the reader into what a clinic installs."""
