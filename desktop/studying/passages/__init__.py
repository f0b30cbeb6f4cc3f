"""A list of passages from texts, with where they stand and what they say; the panels share it."""
