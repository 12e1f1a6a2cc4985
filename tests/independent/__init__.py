"""A second reading of inputs and outputs that shares no code with the toolkit: what both find is probably so."""
