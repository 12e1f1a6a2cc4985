"""Files in, neutral documents and tables out. Knows formats, nothing of councils."""
