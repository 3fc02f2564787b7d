"""The officers' door: lists, the case page and one short form a move, inside the Wagtail admin. It decides nothing."""
