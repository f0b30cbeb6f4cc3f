"""What answers the word under the pointer, and why clauses are linked."""
