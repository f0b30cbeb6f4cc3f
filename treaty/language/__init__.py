"""Korean and English: which a text is in, its sentences, the quantities it names, and what it means."""
