"""Every entry scored for a question, with weights that were fitted."""
