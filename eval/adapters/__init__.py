"""One adapter a task, named after it: ``predict(items, folder) -> Iterator[row]``.

An adapter holds no model, rule or word list: it turns a task's rows into calls of public functions that ``build`` also
runs, and their results into the task's fields. ``tests/eval`` fails on any other import.
"""
