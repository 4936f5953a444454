"""The main views as pictures: drawn by the real program, kept, and compared.

After a change of the look that is meant, draw them again with

    make pictures

which is ``python -m tests.pictures.make``: the full-size pictures of
docs/pictures and the small ones of tests/pictures/reference.  Look at them
before you commit them.
"""
