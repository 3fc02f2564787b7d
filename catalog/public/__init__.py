"""The public catalog: four lists of one database, and every item at its permanent address."""
