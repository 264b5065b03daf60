"""Find in dated reports and official statements who is called by which office, where lists of holders have ended.

Usage: ``python -m tools.attest_reports CORPORA REFERENCE``. Writes ``offices/attested_reports.tsv``: posts of
international organisations (``offices/posts.tsv``) and offices of states. Facts only; no text is kept.
"""
