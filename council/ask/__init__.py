"""`council search`: opens the index, asks it, and shows what was found."""
