"""Drafts of one report that tell one event: "the call", "the meeting, which ...", what a visit was for, a retelling."""
