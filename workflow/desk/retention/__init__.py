"""After the end of a case: what is due, what waits for a second person, the periods, and one case."""
