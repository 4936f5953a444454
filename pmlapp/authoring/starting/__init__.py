"""Where a library or a page begins: files that an educator goes on to fill in."""
