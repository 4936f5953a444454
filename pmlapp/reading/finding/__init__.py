"""The search box with its results, and the bar that finds words on the page."""
