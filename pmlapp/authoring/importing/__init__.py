"""Texts from Word, web pages, spreadsheets and other collections, brought into a library."""
