"""A library handed out in forms that people use without this program: web pages, an EPUB book, Markdown, tables."""
