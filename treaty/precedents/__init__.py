"""A private library of earlier agreements: where something was promised before, and how a term was rendered there."""
