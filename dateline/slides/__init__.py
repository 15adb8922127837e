"""What the slides of a briefing show: a captured view asked of the corpus again."""

from .corpus import Corpus, makers
from .show import show

__all__ = ["Corpus", "makers", "show"]
