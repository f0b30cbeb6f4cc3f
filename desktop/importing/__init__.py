"""Looking at what was recognised in documents, and correcting it, before they are compared."""
