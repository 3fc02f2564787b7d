"""The verbs, one file a stage: a request changes here and nowhere else. Each act is one transaction."""
