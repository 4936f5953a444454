"""pmlapp: libraries of reviewed health answers, read without a network."""

__version__ = "0.1.0"
