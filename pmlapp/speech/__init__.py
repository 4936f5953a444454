"""Reading aloud: sentences become sound in a process of its own, which may hang or die without harm to the window."""
