"""Workbooks: reports that can be read back, and corrections."""
