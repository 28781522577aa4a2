"""The plans as questions see them: entries that can be found, units under one key, what points to each plan."""
