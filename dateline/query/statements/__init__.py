"""What was said, told apart by its words: who holds which position, and how outlets word it."""
