"""What the slides of a briefing show: a captured view asked of the corpus again."""
