"""The table of compared texts: a row a link, a column a text."""
