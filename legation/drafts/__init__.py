"""What one sentence tells, before the report's claims are put together: a trigger with its sides and details.

``drafting`` makes the drafts; ``dating``, ``details`` and ``agreements`` add what stands beside the sides;
``telling`` says whether a draft tells an event by itself.
"""
