"""The asked value read out of one clause or cell, verbatim."""
