"""Reports: an authority's figures counted once, written up, sent, gathered for a province."""
