"""The findings dock: the list of what was found, and the card of the current finding."""
