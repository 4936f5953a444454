"""What can be done with content: find it, walk through it, judge how far to rely on it."""
