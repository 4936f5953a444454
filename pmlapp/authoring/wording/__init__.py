"""The six checks of a health literacy editor: what they measure in a text, and the plainer wording they offer."""
