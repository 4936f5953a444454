"""The page on the screen: the browser pane, what is painted under its words, its links and marks."""
