"""The log in the Wagtail admin: everything in a supervisor's grant, one entry, and the story of one thing."""
