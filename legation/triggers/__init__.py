"""Which words of a parsed sentence tell an event, and which words fill its roles, by dependency.

``matching`` finds the triggers of ``data/event_types``, ``roles`` what stands in their slots,
``clauses`` who does what in a clause; ``words`` reads tables.
"""
