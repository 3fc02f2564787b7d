"""Speed with many rows: what is loaded, which pages are asked, and how they are weighed (`make bench`)."""
