"""The doors for citizens: the request form, the look-up, the tracked case, and the reckoning of a term."""
