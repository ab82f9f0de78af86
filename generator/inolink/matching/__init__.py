"""Matching: for everything that a partner can answer, who fits, how well, and why."""

from inolink.matching.matches import Matches, find_matches
from inolink.matching.notes import Notes
from inolink.matching.values import By, Match, Reason, ReasonKind

__all__ = ["By", "Match", "Matches", "Notes", "Reason", "ReasonKind", "find_matches"]
