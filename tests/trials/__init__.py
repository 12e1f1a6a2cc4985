"""Trials of whole builds: children that are started, disturbed, killed, and what is to come of them."""
