"""Complaints, lawsuits and denunciations at the desk: the list, the paper entry, one page each, one form an act, the book."""
