# ruff: noqa: E501  (patterns are read as lines)
"""Which office of ours a title names, and what sector and rank that office has."""

from __future__ import annotations

import re

from legation.text import fold

# role: pattern over a folded national title. Order matters: the first that fits counts.
ROLES: tuple[tuple[str, str], ...] = (
    ("acting", r"^$"),
    ("first_lady", r"^first lady$"),
    ("crown_prince", r"^crown prin"),
    ("supreme_leader", r"^supreme leader|^state affairs commission president"),
    (
        "vice_president",
        r"^(first |second |executive )?(vice|co-vice)[- ]president\b(?!.* (of|for|as) )|^vice[- ]president of (the )?(republic|united states)",
    ),
    (
        "deputy_prime_minister",
        r"^(first |second |senior |senior )?(deputy|vice)[- ](prime minister|premier|chancellor)s?\b(?! of (?!the state council|russia|the ))",
    ),
    (
        "prime_minister",
        r"^(acting |interim |transition |caretaker )?(prime minister|premier|federal chancellor|chancellor|taoiseach|president of the government|chair\w* of the council of ministers|president of the council of ministers|sultan and prime minister|chief adviser)( of the (state council|republic|government|transition))?$",
    ),
    (
        "foreign_minister",
        r"^(federal |acting )?(minister (of|for)(?! state)|secretary (of|for)( state for)?) ((europe|european)( affairs)?,?( and| integration and)? )?(foreign|external)(?! (trade|commerce|economic))( and european| and (economic )?cooperation| and commonwealth| and expatriates?| and trade)?.{0,40}(affairs|relations|cooperation|trade|expatriates|emigrants|regional integration|worship|development|aid)$|^(federal )?minister (of|for) european and international affairs$|^foreign (minister|secretary)$|^minister (of|for) (europe and )?foreign affairs|^minister of external affairs",
    ),
    (
        "defence_minister",
        r"^(federal )?(minister|secretary)( of| for)(?! state (?!for))( state for)?( national)? defen[cs]e\b(?!.*(production|procurement|materiel|personnel|people|equipment|industr|science|space))|^minister of (the )?(revolutionary )?armed forces|^secretary of war$",
    ),
    (
        "finance_minister",
        r"^(federal )?(minister|secretary)( of| for) (finances?|the treasury|treasury)\b|^minister (of|for) (the )?(national )?(econom\w+|planning|budget)(,| and)+ (public |planning and )?financ|^chancellor of the exchequer|^treasurer$|^treasury secretary$",
    ),
    (
        "interior_minister",
        r"^(federal )?(minister|secretary)( of| for)( the)? (interior|home affairs|internal affairs)|^secretary of state for the home department|^home secretary",
    ),
    (
        "trade_minister",
        r"^(federal )?(minister|secretary)( of| for)( state for)?( the)?( international| foreign| external)? ?(trade|commerce)\b|^minister (of|for) (industry|economy|business|investments?|industry, investment|investment, trade|economy, industry|business and)(,| and| &)+ (international |foreign )?(trade|commerce)|^secretary of state for (business|international) (and )?trade|^minister of economy, trade and industry|^(united states )?trade representative",
    ),
    ("energy_minister", r"^(federal )?(minister|secretary)( of| for)( the)? (energy|petroleum|oil)\b"),
    ("justice_minister", r"^(federal )?(minister|secretary)( of| for)( state for)?( law and)? justice\b"),
    (
        "army_chief",
        r"^(chief of (the )?(royal \w+ )?army( staff)?|chief of staff of the army|chief of the army general staff|commander of the (army|land forces)|commander-in-chief of the army|inspector general of the army)$",
    ),
    (
        "defence_chief",
        r"^((head|chief) of (the )?(general staff|defence( staff| force|s forces| forces)?|national defence (force|general staff)|joint staff|armed forces( joint staff)?)( of the armed forces)?|chairman of the (joint chiefs( of staff)?|general staff)|(commander-in-chief|supreme commander) of the armed forces|commander of the (\w+ defence forces|(national )?armed forces)|chief of staff of the (armed forces|defence forces|people's national army)|head of the joint chiefs of defence|commander of the (defence|security) force|chief of the joint general staff of the armed forces)$",
    ),
    (
        "spokesperson",
        r"^(government|presidential) spokes|^spokesperson of the (government|president)|^white house press secretary|^press secretary$",
    ),
    ("foreign_spokesperson", r"^foreign (ministry|affairs) spoke|^spokesperson of the ministry of foreign affairs"),
    ("security_adviser", r"^national security advis[eo]r"),
    (
        "intelligence_chief",
        r"^director of (national intelligence|the cia|the mossad|the foreign intelligence)|^director[- ]general of inter-services intelligence",
    ),
    ("un_representative", r"^(permanent representative|ambassador) to the united nations$"),
    ("ambassador", r"^ambassador to "),
    ("attorney_general", r"^attorney[- ]general$"),
    (
        "central_bank_governor",
        r"^governor of the (central|national|reserve|people's)? ?bank|^(chair\w*|president) of the (central bank|federal reserve)",
    ),
    (
        "parliament_speaker",
        r"^speaker of the (national assembly|house of representatives|knesset|parliament|islamic consultative|house of commons|lok sabha)|^president of the (national assembly|parliament)$",
    ),
    (
        "monarch",
        r"^(monarch|king|queen|emir|amir|sultan|emperor|grand duke|grand duchess|prince|sovereign prince|yang di-pertuan agong|pope)$",
    ),
    (
        "president",
        r"^(acting |interim |transitional? |executive )?president( of the (republic|state|swiss confederation|confederation|federation|united states|nation|presidency|transition|palestinian authority))?$|^state president|^chair\w* of the presidency",
    ),
    ("secretary_general", r"^secretary[- ]general of the (united nations|council of europe)|^secretary general$"),
)
NOT_PRESIDENT = re.compile(
    r"president of (senate|parliament|congress|the (senate|chamber|court|bank|federation of ))|anjouan|crimea|abkhaz",
    re.I,
)
SENIORITY = {
    "president": 1,
    "monarch": 1,
    "prime_minister": 1,
    "supreme_leader": 1,
    "crown_prince": 2,
    "vice_president": 2,
    "ambassador": 4,
    "un_representative": 4,
    "first_lady": None,
    "secretary_general": 1,
    "managing_director": 1,
    "director_general": 1,
    "commission_president": 1,
    "commission_chairperson": 1,
    "council_president": 1,
    "foreign_policy_chief": 2,
    "trade_commissioner": 2,
}
NAMES = {
    "president": "President", "monarch": "Monarch", "prime_minister": "Prime Minister", "vice_president": "Vice President",
    "deputy_prime_minister": "Deputy Prime Minister", "foreign_minister": "Foreign Minister", "defence_minister": "Defence Minister",
    "finance_minister": "Finance Minister", "trade_minister": "Trade Minister", "interior_minister": "Interior Minister",
    "energy_minister": "Energy Minister", "justice_minister": "Justice Minister", "army_chief": "Chief of Army Staff",
}  # fmt: skip
SECTORS: tuple[tuple[str, str], ...] = (
    ("GOV", r"^minister|^secretary of (state|the (navy|army|air force))|^secretary of|prime minister|^(federal|deputy) minister"),
    ("MIL", r"\b(army|navy|naval|air force|air staff|general staff|joint staff|joint chiefs|defence staff|defence force|chief of defence|commander|armed forces|military)\b"),
    ("COP", r"\bpolice\b|\bfbi\b|\bgendarmerie\b"),
    ("SPY", r"\b(intelligence|cia|mossad|security service|secret service)\b"),
    ("JUD", r"\b(court|chief justice|judge|justice of|prosecutor|attorney[- ]general|solicitor general)\b"),
    ("LEG", r"\b(speaker|senate|parliament|national assembly|congress|house of|chamber of|knesset|legislat|riigikogu|storting|leader of the opposition)\b|^member of the|^president of the (national|federal) council"),
    ("PTY", r"\b(communist party|party)\b"),
)  # fmt: skip


SINGLE = {
    "president",
    "monarch",
    "prime_minister",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "trade_minister",
    "army_chief",
    "supreme_leader",
    "defence_chief",
    "foreign_secretary",
}


def find_role(title: str, state: str = "") -> str | None:
    """The role that a title of a national office names, if it is one of ours; ``state`` is cut off its end."""
    words = fold(title)
    if state:
        words = re.sub(rf" of (the )?{re.escape(fold(state))}$", "", words)
    if NOT_PRESIDENT.search(words):
        return None
    return next((role for role, pattern in ROLES if re.search(pattern, words)), None)


def find_sector(title: str, role: str | None) -> str:
    """PLOVER sector of an office by its title."""
    if role in ("army_chief", "defence_chief"):
        return "MIL"
    words = fold(title)
    return next((sector for sector, pattern in SECTORS if re.search(pattern, words)), "GOV")


def seniority(role: str | None, title: str) -> int | None:
    """1 head of state or government, 2 minister or deputy, 3 other official, 4 envoy."""
    if role in SENIORITY:
        return SENIORITY[role]
    return (
        2
        if re.match(r"(federal |deputy |first deputy )?(prime )?minister|(secretary (of|for)\b)|vice", fold(title))
        else 3
    )
