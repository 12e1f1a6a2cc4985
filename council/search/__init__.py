"""Finds every word: the words of a query, the index of an edition, and the files that a browser searches in."""
