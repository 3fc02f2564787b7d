"""The catalog in the admin: lists, one page an item, one form an act. It decides nothing."""
