"""Choosing what a report shows, seeing its pages before they are made, and printing them."""
