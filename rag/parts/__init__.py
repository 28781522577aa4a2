"""The parts of a plan, a section or a row, listed and counted."""
