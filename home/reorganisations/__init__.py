"""Reorganisations: a body ends, an authority of the installation steps into its place."""
