"""Plans, directives, reviews of legal documents, difficulties: the verbs, and what may be read of them."""
