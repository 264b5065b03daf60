"""Which claims speak of one agreement: vetoes first, then a reason; clusters by best links, order-independent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from legation.agreements.mentions import AgreementClaim
from legation.languages.en.agreements import FAMILIES

SUBJECT_DAYS = 120  # two agreements on one subject further apart are two unless more than the subject joins them
NAMELESS_DAYS = 30  # two mentions that say nothing of their matter
LATER_DAYS = 3650  # what is ratified, suspended or ended may have been signed years before
_LATER = frozenset({"ratified", "in_force", "paused", "suspended", "breached", "terminated", "lapsed", "denied"})
_SIGNED = frozenset({"signed", "initialled"})
_LONE_KINDS = frozenset({"ceasefire"})
_FORMAL_KINDS = frozenset({"mou", "joint_statement", "treaty", "contract"})  # no loose word for "the deal"
_SIGNING_SLACK_DAYS = 3


def same_agreement(a: AgreementClaim, b: AgreementClaim) -> int:
    """How strongly two claims speak of one agreement: event 4, body or name 3, sum or matter 2, subject 1, else 0."""
    if is_vetoed(a, b):
        return 0
    if a.event_id and a.event_id == b.event_id:
        return 4
    if a.organisations & b.organisations:
        return 3
    if a.name is not None and a.name == b.name and a.states & b.states:
        return 3
    if a.amounts & b.amounts and (a.states <= b.states or b.states <= a.states):
        return 2
    return 2 if _same_matter(a, b) else int(_same_subject(a, b))


def is_vetoed(a: AgreementClaim, b: AgreementClaim) -> bool:
    """Whether two claims cannot be of one agreement: other kind, other signatories, other states, other signing day."""
    if (a.kind in _LONE_KINDS or b.kind in _LONE_KINDS) and a.kind != b.kind:
        return True
    if a.organisations and b.organisations and not a.organisations & b.organisations:
        return True
    if a.states and b.states and not a.states & b.states and not (a.homeless or b.homeless):
        return True
    if len(a.states) > 1 and len(b.states) > 1 and not (a.states <= b.states or b.states <= a.states):
        return True
    if _of_other_matter(a, b) or (a.plural != b.plural and a.amounts and b.amounts and not a.amounts & b.amounts):
        return True
    return a.status == b.status and a.status in _SIGNED and _days_apart(a, b) > _SIGNING_SLACK_DAYS


def _revises(a: AgreementClaim, b: AgreementClaim) -> bool:
    """Whether the sum of one takes the place of the other's: "from $20 million to $35 million"."""
    return any(x.formers & {value for value, _, _ in y.amounts} for x, y in ((a, b), (b, a)))


def _of_other_matter(a: AgreementClaim, b: AgreementClaim) -> bool:
    """Whether both say what they are about and share neither word, topic, sum nor body: "on water", "on tourism"."""
    shared = families(a) & families(b) or set(a.subjects) & set(b.subjects)
    return bool(
        a.matter and b.matter and not shared and not a.amounts & b.amounts and not a.organisations & b.organisations
    )


def families(mention: AgreementClaim) -> set[str]:
    """The words of the matter, one for all that speak of the same: "trade" for "tariffs"."""
    return {FAMILIES.get(word, word) for word in mention.matter}


def _same_matter(a: AgreementClaim, b: AgreementClaim) -> bool:
    """The same two or more states and words for what it is about; a later step may come years behind the first."""
    if len(a.states) < 2 or a.states != b.states or bool(a.organisations) != bool(b.organisations):
        return False
    if a.amounts and b.amounts and not a.amounts & b.amounts and not _revises(a, b):
        return False
    second = max((a, b), key=lambda m: m.days or (date.max, date.max))
    near = _days_apart(a, b) <= (LATER_DAYS if second.status in _LATER else SUBJECT_DAYS)
    return near and 2 * len(a.matter & b.matter) > min(len(a.matter), len(b.matter)) > 0


def _days_apart(a: AgreementClaim, b: AgreementClaim) -> int:
    """Days between the nearest ends of two spans; 0 when they touch or one is unknown."""
    if a.days is None or b.days is None:
        return 0
    return max(0, (a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days)


def _same_subject(a: AgreementClaim, b: AgreementClaim) -> bool:
    """The same two or more states on the same subject, near in time, with no body of its own on one side only."""
    if len(a.states) < 2 or a.states != b.states or bool(a.organisations) != bool(b.organisations):
        return False
    if _days_apart(a, b) > SUBJECT_DAYS or (a.amounts and b.amounts and not a.amounts & b.amounts):
        return False
    if a.plural != b.plural or _is_old_and_new(a, b) or (a.kind != b.kind and {a.kind, b.kind} & _FORMAL_KINDS):
        return False
    if not (a.subjects or a.matter or b.subjects or b.matter):
        return a.kind in _LONE_KINDS or bool(a.days and b.days and _days_apart(a, b) <= NAMELESS_DAYS)
    if not a.subjects or not b.subjects:
        return a.kind in _LONE_KINDS
    shared = set(a.subjects) & set(b.subjects)
    fewer, more = sorted((a.subjects, b.subjects), key=len)
    if len(fewer) == 1 and len(more) > 1:
        return more[0] == fewer[0]
    return 2 * len(shared) >= len(fewer)


def _is_old_and_new(a: AgreementClaim, b: AgreementClaim) -> bool:
    """Whether one report sets its news beside history: "a trade pact ... builds on the framework signed in 2004"."""
    one_report = a.claim.document_id == b.claim.document_id
    return one_report and a.claim.background != b.claim.background and bool(a.matter and b.matter)


def _comparable(mentions: Sequence[AgreementClaim]) -> list[tuple[int, int]]:
    """The pairs that share what could join them: event, organisation, name, sum or the same states."""
    blocks: dict[tuple[str, object], list[int]] = {}
    for k, mention in enumerate(mentions):
        keys: list[tuple[str, object]] = [
            ("event", mention.event_id),
            ("states", mention.states),
            ("name", mention.name),
        ]
        keys += [("organisation", o) for o in mention.organisations] + [("amount", a) for a in mention.amounts]
        for key in keys:
            blocks.setdefault(key, []).append(k)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def group_mentions(mentions: Sequence[AgreementClaim]) -> list[list[AgreementClaim]]:
    """Clusters of claims of one agreement, strongest links first; no cluster ever holds a vetoed pair.

    ``mentions`` come in a fixed order, so that the clusters do not depend on the order of reports.
    """
    links = [
        (-strength, i, j) for i, j in _comparable(mentions) if (strength := same_agreement(mentions[i], mentions[j]))
    ]
    home = list(range(len(mentions)))
    members = {i: [i] for i in home}
    for _, i, j in sorted(links):
        a, b = home[i], home[j]
        if a == b or any(is_vetoed(mentions[x], mentions[y]) for x in members[a] for y in members[b]):
            continue
        for x in members.pop(b):
            home[x] = a
            members[a].append(x)
    return [[mentions[x] for x in sorted(members[k])] for k in sorted(members, key=lambda k: min(members[k]))]
