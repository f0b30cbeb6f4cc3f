"""What studies texts beside the review and leaves it as it is: themes, terms, precedents, several agreements at once."""
