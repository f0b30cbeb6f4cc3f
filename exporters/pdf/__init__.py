"""PDF: reports as they are printed, and highlights in the user's own."""
