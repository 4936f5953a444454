"""The Markdown dialect of articles, read into page blocks within stated limits."""
