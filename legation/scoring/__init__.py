"""The trained scorer: which event type a sentence tells between two marked sides, or whether it tells any event.

It stands beside the patterns: one linear head over words, dependency paths and a small encoder's vectors
(``data/models``, numbers only, with a card beside them). Without these files the patterns answer alone.
"""

from legation.scoring.features import Pair as Pair
from legation.scoring.heads import Heads as Heads
from legation.scoring.heads import load_heads as load_heads
from legation.scoring.heads import make_heads as make_heads
from legation.scoring.heads import score_pairs as score_pairs
