"""The parts of a reading window; each knows only what it is handed."""
