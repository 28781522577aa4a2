"""A question understood: what it asks for, of which column, under which conditions."""
