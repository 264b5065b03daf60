"""Own labelled set of pronouns, offices and descriptions, and its check."""
