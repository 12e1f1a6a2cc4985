"""Text alone: names to compare, dates, numerals, widths, blocks. Knows nothing of councils."""
