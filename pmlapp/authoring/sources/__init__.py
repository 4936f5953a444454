"""The source folder of a library, read into values, with the line of every mistake."""
