"""Tests of the weighing, and the random piles they share."""
