"""The values of a library written as a content file, with its search index."""
