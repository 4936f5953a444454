"""Whole applications: the door with windows."""
