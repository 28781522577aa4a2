"""What a unit has to do: its own rows, its clauses, what reaches it through a collective name."""
