"""Quotations: who said what, by which cue, to whom and where."""
