"""Analytic standards, held against the words of a briefing."""
