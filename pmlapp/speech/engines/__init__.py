"""What makes sound of a sentence; nothing of it is ever loaded into the process of the window."""
