"""The windows that open for one question or one list."""
