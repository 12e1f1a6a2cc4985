"""Neutral documents and tables in, drafts out: council words, names still as printed."""
