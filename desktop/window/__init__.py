"""What the main window is built of: its actions and bars, its two pages, and the places of its panels."""
