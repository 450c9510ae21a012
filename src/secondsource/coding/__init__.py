"""Findings to the rows of an event data set."""
