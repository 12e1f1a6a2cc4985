"""What each page says: finished strings and HTML, one module a page kind; knows nothing of the site around them."""
