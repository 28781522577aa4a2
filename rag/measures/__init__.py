"""Figures, sums of money and times of one text: which of several is the one asked for."""
