"""Figures of speed, each measured beside a known peer on the same input."""
