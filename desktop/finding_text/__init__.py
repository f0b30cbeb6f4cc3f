"""Finding words in the compared texts, and going to a clause by its number."""
