"""One request, from the form to the figures."""
