"""What an article is, and the file it is kept in."""
