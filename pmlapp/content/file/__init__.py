"""The SQLite file that holds a library: its tables, and all reading of them."""
