"""Reporting duties: who reports what to whom, how often, on which days."""
