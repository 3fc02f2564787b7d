"""Who read personal data, and what of it was unusual."""
