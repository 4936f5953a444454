"""Appearance: themes, sizes, fonts, icons, and the small parts that all others are drawn with."""
