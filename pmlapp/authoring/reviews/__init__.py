"""Signing, withdrawing, and how every article is reviewed."""
