"""What the user sets: corpora, network, places, time, doubt, analysis, theme."""
