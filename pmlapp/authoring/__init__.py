"""How content is made; never part of a kiosk."""
