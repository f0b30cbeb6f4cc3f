"""How much of a file the readers take in. Treaties are small; what is far beyond them is a mistake or an attack."""

MOST_BYTES = 200 * 1024 * 1024
"""The largest file: a treaty of 3,000 pages with pictures has 50 MB."""
MOST_CHARACTERS = 20_000_000
"""The most characters of text: the longest trade agreement with all schedules has some 6 million."""
MOST_ENTRIES = 20_000
"""The most files in an archive (DOCX, HWPX): one for each picture and a few dozen more."""
MOST_UNPACKED = 1024 * 1024 * 1024
"""The most that an archive may unpack to altogether."""
MOST_ENTRY = 300 * 1024 * 1024
"""The most that one file of an archive may unpack to: the text of 100,000 pages in XML."""
MOST_EMBEDDED, MOST_EMBEDDED_BYTES = 20, 20 * 1024 * 1024
"""How many documents within a document are read, and of what size together: a treaty with all its annexes put in one by one.
What is more is counted as objects that were not read."""
MOST_RATIO = 500
"""How many times its packed size a file in an archive may have; XML of real documents stays below 100."""
DEEPEST = 256
"""How deep elements may stand in one another; real documents stay below 60."""
