"""Dateline's engine: articles in, records with a span in their source, one store, one Brush."""
