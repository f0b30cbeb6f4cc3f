"""XML: the careful parser that DOCX and HWPX use too, and the schemas for treaties."""
