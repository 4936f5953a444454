"""Draws the pictures of the library from data files; no part of the program, and never shipped with it."""
