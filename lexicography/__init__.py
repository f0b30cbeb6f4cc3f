"""Tools for those who write the treaty lexicon: what hand-linked texts suggest for it, and how well it covers them.

A tool of development: it is not installed with the program and nothing of the program imports it. It stands beside `treaty`
and not under `tests`, because it judges nothing of the program's; its readers are the editors of resources/lexicon.
"""
