"""Page blocks set in type: a walk over the blocks that fills a text document."""
