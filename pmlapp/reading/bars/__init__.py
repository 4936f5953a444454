"""The bars above and below the page, with their menus."""
