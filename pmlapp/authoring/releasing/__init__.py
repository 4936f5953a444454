"""Releases: editions of a library signed by those who publish it, in a folder that anything can carry."""
