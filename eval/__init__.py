"""Evaluation: predictions for the tasks, their scores, and the gate that keeps reached figures."""
