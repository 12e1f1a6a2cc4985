"""Word files and workbooks set as pages of ours, where no page of their makers' is at hand."""
