"""What a reader keeps and takes along: the list for the visit, codes, bookmarks."""
