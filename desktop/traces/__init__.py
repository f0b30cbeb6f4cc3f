"""What the program leaves on this computer beside the user's own files, where that is, and how it is forgotten."""
