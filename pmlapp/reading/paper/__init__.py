"""Sheets of paper: pages laid out for printing, and what asks how."""
