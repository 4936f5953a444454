"""The clinic kiosk: a window that cannot be left, a wipe after each visitor, and what keeps it running."""
