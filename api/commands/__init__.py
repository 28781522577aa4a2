"""The commands of ``roviec``, a module for each kind of work; whatever is slow to import is imported by its command."""
