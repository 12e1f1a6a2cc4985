"""The record: frozen data in the words of Popolo and Akoma Ntoso. Knows text, nothing of files or pages."""
