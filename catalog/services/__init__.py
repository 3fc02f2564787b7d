"""The verbs of the catalog; an item changes here and nowhere else."""
