"""The table of rights says what the screens and the direct POSTs do."""
