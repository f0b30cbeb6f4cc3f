"""The domain: reading treaty texts, linking their clauses, finding where they differ, and the reviewer's work on that."""
