"""What people read: timeline, dyad, ledger, conflicts, search, show, gaps. Each is a function from a store to rows.

Rows are frozen dataclasses of plain words and ids, the same for a terminal, a page or JSON. Each module holds the
function of its name and is imported for itself: a timeline should not wait for what only a ledger needs.
"""
