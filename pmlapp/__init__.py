"""PML Answers: reviewed answers about a rare brain disease, read without a network."""

__version__ = "0.1.0"
