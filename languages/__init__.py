"""What translators work on: the template of all phrases, their translations, and two pseudo-languages made from it."""
