"""Sổ văn bản: who gives papers their numbers."""
