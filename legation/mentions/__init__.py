"""Sentence -> Mentions: who is named, called by office, or meant by a pronoun, and which actor that is on the day."""

from __future__ import annotations

from legation.mentions.actors import ActorAnswer, resolve_actor
from legation.mentions.finding import find_mentions

__all__ = ["ActorAnswer", "find_mentions", "resolve_actor"]
