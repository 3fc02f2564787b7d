"""Requests for correction at the desk: the list, one page a case, one form an act, the register. It decides nothing."""
