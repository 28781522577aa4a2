"""Rows of tables chosen by what a question says of them, and the cells of one row."""
