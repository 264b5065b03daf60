"""Tables that pages are read from: filled from the record after it is written, and never by hand.

Rows that follow from one event are made again only where that event, its claims or their reports changed.

A page asks for the events of two states, the newest first, and must not read the whole record for that. ``day`` is the
first day on which an event can have been, ``9999-12-31`` where its days have no beginning or no end; a party's ``key``
is the id of its actor, else ``name:`` and its name; events of those who act for a state stand under the state's code.
"""

from __future__ import annotations

INDEX_TABLES = """
CREATE TABLE event_days (
  day TEXT NOT NULL, event_id TEXT NOT NULL, until TEXT NOT NULL, PRIMARY KEY (day, event_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX day_of_event ON event_days(event_id);
CREATE TABLE event_parties (
  key TEXT NOT NULL, day TEXT NOT NULL, event_id TEXT NOT NULL, side TEXT NOT NULL, name TEXT NOT NULL,
  person INTEGER NOT NULL, state TEXT, office_id TEXT, office TEXT, sector TEXT,
  PRIMARY KEY (key, day, event_id, side)
) WITHOUT ROWID;
CREATE INDEX parties_of_event ON event_parties(event_id, key);
CREATE INDEX parties_by_office ON event_parties(office_id, day) WHERE office_id IS NOT NULL;
CREATE TABLE actors (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, person INTEGER NOT NULL, state TEXT, sector TEXT, office TEXT,
  events INTEGER NOT NULL, first TEXT, last TEXT
) WITHOUT ROWID;
CREATE INDEX actors_by_events ON actors(person, events);
CREATE TABLE dyads (
  a TEXT NOT NULL, b TEXT NOT NULL, events INTEGER NOT NULL, first TEXT, last TEXT, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX dyads_by_events ON dyads(events);
CREATE TABLE event_topics (
  topic TEXT NOT NULL, day TEXT NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (topic, day, event_id)
) WITHOUT ROWID;
CREATE INDEX topics_of_event ON event_topics(event_id, topic);
CREATE TABLE event_outlets (
  outlet TEXT NOT NULL, day TEXT NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (outlet, day, event_id)
) WITHOUT ROWID;
CREATE INDEX outlets_of_event ON event_outlets(event_id, outlet);
CREATE TABLE event_places (
  place TEXT NOT NULL, country TEXT, lat REAL, lon REAL, day TEXT NOT NULL, event_id TEXT NOT NULL,
  PRIMARY KEY (place, day, event_id)
) WITHOUT ROWID;
CREATE TABLE places (
  place TEXT NOT NULL, country TEXT, lat REAL, lon REAL, events INTEGER NOT NULL, PRIMARY KEY (place, country)
);
CREATE TABLE origin_claims (
  claim_id TEXT NOT NULL, origin_id TEXT NOT NULL, PRIMARY KEY (claim_id, origin_id)
) WITHOUT ROWID;
CREATE TABLE event_agreements (
  event_id TEXT NOT NULL, agreement_id TEXT NOT NULL, PRIMARY KEY (event_id, agreement_id)
) WITHOUT ROWID;
CREATE TABLE agreement_days (
  day TEXT NOT NULL, agreement_id TEXT NOT NULL, PRIMARY KEY (day, agreement_id)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE event_words USING fts5(
  label, words, event_id UNINDEXED, tokenize="unicode61 remove_diacritics 2"
);
CREATE TABLE event_runs (event_id TEXT PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX events_of_run ON event_runs(run);
CREATE INDEX documents_by_copy ON documents(copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX documents_by_day ON documents(published_first, id);
CREATE INDEX conflicts_open ON conflicts(severity, id) WHERE resolution IS NULL;
CREATE INDEX conflicts_by_agreement ON conflicts(agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX events_on_one_origin ON events(reports DESC, id) WHERE origins = 1 AND unattributed = 0;
CREATE INDEX events_by_type ON events(event_type, mode);
CREATE INDEX event_facts ON events(
  id, status, event_type, mode, origins, unattributed, conflicts, storyline_id
);
CREATE INDEX judgements_in_doubt ON judgements(abs(score - 0.5)) WHERE at IS NULL;
CREATE INDEX judgements_by_people ON judgements(at) WHERE at IS NOT NULL;
CREATE INDEX quantities_by_claim ON quantities(claim_id);
CREATE INDEX quantities_by_document ON quantities(document_id);
CREATE INDEX commitments_by_event ON commitments(made_in);
CREATE INDEX relations_to ON relations("to");
"""

OF_EVENTS = ("event_days", "event_parties", "event_topics", "event_outlets", "event_places")
"""Tables whose rows each follow from one event, its claims and their reports."""
OF_ALL = ("actors", "dyads", "places", "origin_claims", "event_agreements", "agreement_days", "event_words")
"""Tables that are quickly filled, or whose rows count events or stand in their order."""
INDEXED = (*OF_EVENTS, *OF_ALL)

CHANGED = "(SELECT * FROM events WHERE id IN (SELECT value FROM json_each(:changed)))"

SHOWN_DAY = """
INSERT INTO event_days
SELECT CASE WHEN coalesce(json_extract(w, '$.last'), json_extract(w, '$.not_after')) IS NULL THEN '9999-12-31'
         ELSE coalesce(json_extract(w, '$.first'), json_extract(w, '$.not_before'), '9999-12-31') END, event_id,
       coalesce(json_extract(w, '$.last'), json_extract(w, '$.not_after'), '9999-12-31')
FROM (SELECT events.id AS event_id,
             (SELECT json_extract(r.value, '$.value') FROM json_each(events.record, '$.when') AS r
              ORDER BY json_extract(r.value, '$.display') DESC, r.key LIMIT 1) AS w FROM {events} AS events)
"""
PARTIES = """
INSERT OR IGNORE INTO event_parties
SELECT coalesce(json_extract(p, '$.actor_id'), 'name:' || json_extract(p, '$.name')), day, event_id, side,
       json_extract(p, '$.name'), json_extract(p, '$.person'), json_extract(p, '$.state'),
       json_extract(p, '$.office_id'), json_extract(p, '$.office'), json_extract(p, '$.sector')
FROM (SELECT json_extract(r.value, '$.value') AS p, day, events.id AS event_id, '{side}' AS side
      FROM {{events}} AS events JOIN event_days ON event_id = events.id, json_each(events.record, '$.{field}') AS r)
"""
OTHERS = """
INSERT OR IGNORE INTO event_parties
SELECT coalesce(actor_id, 'name:' || name), day, events.id, 'other', name, person, state, NULL, office, sector
FROM {events} AS events JOIN event_claims AS c ON c.event_id = events.id JOIN event_days AS d ON d.event_id = events.id
JOIN parties USING (claim_id) WHERE side = 'other' ORDER BY events.id, claim_id, parties.rowid
"""
STATES = """
INSERT OR IGNORE INTO event_parties
SELECT p.state, day, event_id, side, p.state, 0, p.state, NULL, NULL, 'GOV'
FROM {events} AS events JOIN event_parties AS p ON event_id = events.id
WHERE p.state IS NOT NULL AND side <> 'other' AND key <> p.state
"""
ACTORS = """
INSERT INTO actors
SELECT key, max(CASE WHEN name <> coalesce(state, '') THEN name ELSE '' END), max(person), max(state), max(sector),
       max(office), count(DISTINCT event_id), nullif(min(day), '9999-12-31'), max(CASE WHEN day < '9999' THEN day END)
FROM event_parties GROUP BY key
"""
DYADS = """
INSERT INTO dyads
SELECT one.value, two.value, count(*), nullif(min(day), '9999-12-31'), max(CASE WHEN day < '9999' THEN day END)
FROM events JOIN event_days ON event_id = events.id,
  json_each('["' || replace(states, ' ', '","') || '"]') AS one,
  json_each('["' || replace(states, ' ', '","') || '"]') AS two
WHERE one.value < two.value GROUP BY one.value, two.value
"""
TOPICS = """
INSERT OR IGNORE INTO event_topics
SELECT topic.value, day, events.id FROM {{events}} AS events JOIN event_days ON event_id = events.id,
  json_each(events.record, '$.{field}') AS topic
"""
OUTLETS = """
INSERT OR IGNORE INTO event_outlets
SELECT coalesce(documents.outlet, documents.name), day, events.id FROM {events} AS events
JOIN event_days AS d ON d.event_id = events.id JOIN event_claims AS c ON c.event_id = events.id
JOIN claims ON claims.id = claim_id JOIN documents ON documents.id = document_id
"""
EVENT_PLACES = """
INSERT OR IGNORE INTO event_places
SELECT json_extract(p, '$.name'), json_extract(p, '$.country'), json_extract(p, '$.lat'), json_extract(p, '$.lon'),
       day, event_id
FROM (SELECT json_extract(r.value, '$.value') AS p, day, events.id AS event_id
      FROM {events} AS events JOIN event_days ON event_id = events.id, json_each(events.record, '$.place') AS r)
"""
PLACES = """
INSERT INTO places SELECT place, country, max(lat), max(lon), count(*) FROM event_places GROUP BY place, country
"""
ORIGINS = """
INSERT OR IGNORE INTO origin_claims
SELECT c.value, origins.id FROM origins, json_each(origins.record, '$.claim_ids') AS c
"""
AGREEMENTS = """
INSERT OR IGNORE INTO event_agreements
SELECT e.value, agreements.id FROM agreements, json_each(agreements.record, '$.event_ids') AS e
"""
AGREEMENT_DAYS = """
INSERT INTO agreement_days
SELECT coalesce(min(coalesce(json_extract(s.value, '$.when.first'), json_extract(s.value, '$.when.not_before'))),
                '9999-12-31'), agreements.id
FROM agreements LEFT JOIN json_each(agreements.record, '$.status') AS s GROUP BY agreements.id
"""
WORDS = """
INSERT INTO event_words (label, words, event_id)
SELECT max(label), group_concat(words || ' ' || actors || ' ' || recipients, ' '), event_id FROM event_days
JOIN events ON events.id = event_id JOIN event_claims USING (event_id) JOIN claims ON claims.id = claim_id
GROUP BY day, event_id ORDER BY day, event_id
"""

FILL = (
    SHOWN_DAY,
    PARTIES.format(side="actor", field="actors"),
    PARTIES.format(side="recipient", field="recipients"),
    OTHERS,
    STATES,
    ACTORS,
    DYADS,
    TOPICS.format(field="topics"),
    TOPICS.format(field="contexts"),
    OUTLETS,
    EVENT_PLACES,
    PLACES,
    ORIGINS,
    AGREEMENTS,
    AGREEMENT_DAYS,
    WORDS,
)
"""What fills the tables, in this order, of ``events``: a table or a query; none may hold any of their rows before.

Rows of events that did not change are not made again: a change of these statements wants a step of ``schema`` that
empties the tables and runs ``FILL_ALL``, or stores keep rows of the statement before.
"""

FILL_ALL = tuple(statement.format(events="events") for statement in FILL)
FILL_CHANGED = tuple(statement.format(events=CHANGED) for statement in FILL)
DROP_CHANGED = (
    *(f"DELETE FROM {table} WHERE event_id IN (SELECT value FROM json_each(:changed))" for table in OF_EVENTS),
    *(f"DELETE FROM {table}" for table in OF_ALL),
)

NOTE_RUN = "INSERT OR IGNORE INTO event_runs SELECT id, (SELECT max(number) FROM runs) FROM events"
DROP_GONE = "DELETE FROM event_runs WHERE event_id NOT IN (SELECT id FROM events)"
