"""The sheet that a reviewer reads, checks and signs, as HTML and PDF."""
