"""Whom the words for a source mean: persons, bodies, outlets, and those who stay unnamed."""
