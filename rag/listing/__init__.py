"""Lists and counts in words, every row with its place."""
