"""Answers told by clauses of prose where no table tells them."""
