"""`pml preview`: the reader's own window on pages that are still being written."""
