"""Whether the best candidate is the one meant: what speaks for it, against it, and how surely."""
