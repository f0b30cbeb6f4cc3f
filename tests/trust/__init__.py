"""What the program promises to people whose texts nobody else may see: docs/security.md names the test of each promise."""
