"""English words that report what somebody says, thinks or wants, and words that name who does.

Lemmas as the parser writes them (it reads "hopes" as "hop" now and then; such slips are listed beside the lemma).
The verbs were chosen by reading and by counting how often a verb is marked as a cue in PolNeAR's training articles
(Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


SPEECH = _words(
    "say quote tell add write report note announce state explain reply respond answer acknowledge admit concede "
    "confirm claim insist argue warn suggest declare stress emphasize emphasise reiterate recall remark observe "
    "tweet post retweet joke complain boast assert contend maintain affirm reaffirm allege predict caution "
    "conclude indicate reveal disclose deny vow pledge promise swear testify read continue repeat shout chant "
    "yell quip muse exclaim interject retort opine recount relate assure inform remind notify brief advise "
    "convince ask wonder inquire query propose recommend demand urge speculate hint imply estimate forecast "
    "lament bemoan underline underscore highlight counter comment elaborate clarify specify mention signal agree "
    "rule find show demonstrate point communicate proclaim profess email text blog type cable narrate reflect "
    "reason theorize posit stipulate decree threaten accuse protest object charge apologize confess volunteer "
    "venture hold rebut refute certify attest concur brag gush scoff snap thunder fume"
)
"""Verbs that take a clause or a quotation as what is said."""

CORE = _words("say add write report note state explain reply continue tell argue recall announce warn")
"""Of these the plain ones, which may stand between commas with no clause of their own: "Talks, he said, failed"."""

THOUGHT = _words(
    "think believe know feel hope hop expect fear worry doubt suspect assume realize realise understand see "
    "consider imagine anticipate wish guess figure decide determine learn hear recognize recognise judge deem "
    "sense foresee remember forget agree disagree wonder calculate reckon envisage perceive notice worri"
)
"""Verbs that take a clause as what is thought."""

ADDING = _words("mention")
"""Verbs that after "not to" only add one more thing: "a long war, not to mention a costly one"."""

ANYBODY = _words("you")
"""Subjects that mean anybody: "as you know", "if you want"."""

JUDGING = _words("find")
"""Verbs of speech that judge where an adjective follows: "Voters find it easy"."""

LINKING_ADVERBS = _words("so when where why how instead meanwhile however")
"""Adverbs that lead from clause to clause and belong to no cue, unlike "also said"."""

BY_MEANS = _words("in by via through")
"""Prepositions of what something is said in: "said in a statement"."""

WHEN_SAID = _words("during after before at")
"""Prepositions of the occasion on which something is said."""

JOINERS = _words("and or of to for that in with a an the as by but")
"""Words that only join a quotation to the content before it: "a truce" and "a pact"."""

GOING_ON = _words("until but for that which and so because")
"""Words by which a clause goes on after an inserted cue: "Talks failed, he said, until Friday"."""

RELATIVE = _words("who which that whom")
COPULAS = _words("be remain seem become feel")
ARTICLES = _words("the a an")

POINTING = _words("the this its")
"""Determiners that point at a text already spoken of: "the statement added"."""

ADDRESSEE = _words(
    "tell ask assure inform remind notify brief advise warn convince urge persuade promise press order beg implore"
)
"""Verbs whose object is the one spoken to as long as a clause or quotation follows."""

OBJECT = _words(
    "criticize criticise praise cite describe denounce condemn accuse defend dismiss endorse declare propose "
    "express reject highlight blame slam blast mock tout echo reiterate stress question announce claim reveal "
    "acknowledge discuss mention oppose support call deny decry assail demand list thank title reference invoke "
    "liken applaud welcome hail deplore lament rebuke chide chastise deride ridicule disavow renounce repudiate "
    "reaffirm predict recommend favor favour prefer request attack note recall admit quote confirm repeat "
    "underscore underline outline want seek offer label brand dub portray view estimate warn rebuff emphasize "
    "emphasise advocate dispute contest challenge hope fear doubt expect explain tweet chant shout preach herald "
    "bemoan regret protest stipulate pledge promise back urge ask contradict refute rebut regard characterize "
    "characterise depict cheer consider show state admire resent detail spell extol suggest approve disclose see "
    "address allege threaten remember report post email remind expose champion convince"
)
"""Verbs whose direct object (and what follows it) is what the stance or speech is about."""

INFINITIVE = _words(
    "want plan vow pledge promise refuse decline seek hope hop offer propose threaten agree urge ask intend wish "
    "prefer like expect demand request order decide claim advise warn push swear hesitate look aim volunteer opt "
    "consider resolve determine call tell love dare invite exhort recommend"
)
"""Verbs that take an infinitive as what is wanted, promised or asked."""

PARTICLES: dict[str, frozenset[str]] = {
    "call": _words("for on"),
    "talk": _words("about of"),
    "speak": _words("about of against out"),
    "point": _words("to"),
    "respond": _words("to"),
    "refer": _words("to"),
    "allude": _words("to"),
    "object": _words("to"),
    "agree": _words("to with on"),
    "disagree": _words("with on about"),
    "focus": _words("on"),
    "comment": _words("on"),
    "push": _words("for"),
    "press": _words("for"),
    "argue": _words("for against"),
    "warn": _words("of against about"),
    "boast": _words("of about"),
    "complain": _words("about of"),
    "accuse": _words("of"),
    "rail": _words("against about"),
    "rule": _words("against on"),
    "vote": _words("for against on"),
    "ask": _words("about for"),
    "worry": _words("about"),
    "think": _words("of about"),
    "know": _words("about of"),
    "hope": _words("for"),
    "wish": _words("for"),
    "apologize": _words("for"),
    "testify": _words("about on"),
    "believe": _words("in"),
    "approve": _words("of"),
    "disapprove": _words("of"),
    "reflect": _words("on"),
    "lash": _words("at"),
    "plead": _words("for"),
    "appeal": _words("for to"),
    "advocate": _words("for"),
    "vouch": _words("for"),
    "insist": _words("on"),
    "elaborate": _words("on"),
    "plan": _words("for on"),
    "assure": _words("of"),
    "speculate": _words("about on"),
    "care": _words("about"),
    "write": _words("about of"),
    "look": _words("to"),
    "say": _words("of about"),
    "hint": _words("at"),
    "consent": _words("to"),
    "back": _words(""),
}
"""Verbs with the prepositions that belong to the cue, their object being the content."""

RAISING = _words("seem appear")
"""Verbs by which the writer or nobody named judges: "the truce appears to hold"."""

OPEN_PASSIVE = _words(
    "expect believe say report think suppose understand consider know see view allege deem rumor rumour assume "
    "project estimate describe regard anticipate schedule slate quote cite intend hear poise label dub "
    "mention"
)
"""Participles after "be" with what is said of the subject ("to sign", "as a threat"): somebody says so, mostly nobody
named."""

STANDING_IN = frozenset({"so", "as much", "the same", "the same thing", "the same things"})
"""Words that stand for what is said: "said as much", "thinks so", "has said the same"."""

REPROACHED: dict[str, str] = {"accuse": "of", "blame": "for", "criticize": "for", "criticise": "for"}
"""Participles after "be" with the preposition of what somebody is reproached with: "was accused of spying"."""

ASPECT = _words(
    "appear seem go continue begin start proceed keep try attempt decline refuse come take use want need wait "
    "rush move mean"
)
"""Verbs that make one cue with the speech verb below them: "went on to say", "declined to comment"."""

ADVERBS = _words("reportedly allegedly supposedly purportedly ostensibly seemingly")
"""Adverbs by which the writer hands the claim to somebody unnamed."""

NOUNS: dict[str, frozenset[str]] = {
    "claim": _words("of about"),
    "belief": _words("in"),
    "view": _words("of on about"),
    "opinion": _words("of on about"),
    "statement": _words("on about"),
    "comment": _words("on about"),
    "remark": _words("on about"),
    "allegation": _words("of"),
    "accusation": _words("of"),
    "assertion": _words(""),
    "argument": _words("for against"),
    "suggestion": _words("of"),
    "criticism": _words("of"),
    "support": _words("for of"),
    "opposition": _words("to"),
    "concern": _words("about over"),
    "fear": _words("of about over"),
    "hope": _words("of for"),
    "worry": _words("about"),
    "doubt": _words("about over"),
    "promise": _words("of"),
    "pledge": _words("of"),
    "vow": _words("of"),
    "threat": _words("of"),
    "plan": _words("for"),
    "proposal": _words("for"),
    "call": _words("for"),
    "demand": _words("for"),
    "request": _words("for"),
    "question": _words("about of on"),
    "warning": _words("of about against"),
    "decision": _words(""),
    "desire": _words("for"),
    "refusal": _words(""),
    "willingness": _words(""),
    "intention": _words("of"),
    "complaint": _words("about of"),
    "attack": _words("on"),
    "denial": _words("of"),
    "prediction": _words("of"),
    "idea": _words("of"),
    "notion": _words("of"),
    "contention": _words(""),
    "insistence": _words("on"),
    "declaration": _words(""),
    "announcement": _words("of"),
    "report": _words("of about"),
    "praise": _words("for of"),
    "skepticism": _words("about of"),
    "condemnation": _words("of"),
    "endorsement": _words("of"),
    "admission": _words("of"),
    "position": _words("on"),
    "stance": _words("on"),
    "advice": _words("on"),
    "offer": _words("of"),
    "commitment": _words("to"),
    "explanation": _words("for of"),
    "message": _words("of"),
    "assessment": _words("of"),
    "rumor": _words("of about"),
    "speculation": _words("about"),
    "expectation": _words("of for"),
    "suspicion": _words("of about"),
    "conclusion": _words(""),
    "conviction": _words(""),
    "perception": _words("of"),
    "feeling": _words("about"),
    "impression": _words("of"),
    "thought": _words("on about"),
    "objection": _words("to"),
    "assurance": _words("of"),
}
"""Nouns of saying and thinking with the prepositions that lead to their content; a clause may always follow."""

STANDALONE_NOUNS = _words(
    "claim belief allegation accusation suggestion assertion notion contention fear hope promise pledge vow "
    "threat criticism concern warning rumor speculation prediction view opinion comment remark refusal doubt "
    "question complaint"
)
"""Of these nouns those that count as a cue even when nobody is named beside them."""

ADJECTIVES = _words(
    "confident sure certain aware afraid hopeful worried concerned eager willing unwilling ready determined "
    "convinced optimistic skeptical doubtful clear adamant reluctant keen glad proud happy unhappy sorry "
    "disappointed surprised opposed critical"
)
"""Adjectives after "be" that say what somebody thinks or wants."""

STATEMENTS = _words(
    "statement interview tweet post conference briefing speech letter email e-mail memo report remarks message "
    "telegram communique communiqué readout release address appearance hearing filing op-ed article column blog "
    "video testimony"
)
"""Nouns of the occasion or text in which something is said: "said in a statement"."""

CHANNELS = _words("twitter facebook instagram youtube website web site blog media radio television tv air podcast")
"""Where somebody says something, no part of what is said: "noted the figure on its website"."""

CUE_TEXTS = _words("statement email e-mail tweet release communique communiqué readout")
"""Of these the written ones, which are part of the cue."""

MEDIA_SOURCES = _words(
    "poll survey report study statement analysis article letter document memo readout communique communiqué "
    "testimony dispatch filing transcript release"
)
"""Texts that speak for themselves after "in": "in a statement, talks were called off"."""

SPOKESPEOPLE = _words(
    "spokesperson spokesman spokeswoman spokespersons spokesmen official officials envoy representative"
)
"""Nouns of those who speak for an organ without being named."""

SHOWING = _words(
    "show demonstrate suggest underscore highlight signal indicate reveal reflect underline find see mean imply"
)
"""Verbs that things do as well as people: "the call underscored" is the outlet's reading, nobody's statement."""

PEOPLE = _words(
    "leader side minister president premier chancellor government country nation state party member team "
    "delegation ambassador envoy king prince secretary chief general commander senator lawmaker group man woman "
    "company organisation organization agency court judge police chairman director head lawyer rebel separatist "
    "militant representative negotiator mediator family voter candidate counterpart bank firm union council"
)
"""Common nouns of people and bodies that can say something."""

ANONYMOUS = _words(
    "official officials source sources diplomat diplomats aide aides adviser advisers advisor advisors insider "
    "insiders person people witness witnesses resident residents reports report media authorities eyewitness "
    "eyewitnesses someone somebody others spokesperson lawmakers officers negotiators mediators"
)
"""Nouns that leave the speaker unnamed unless a name stands beside them."""

OPINION = _words(
    "analyst analysts expert experts observer observers critic critics commentator commentators pundit pundits "
    "scholar scholars professor professors economist economists editorial editorials columnist columnists "
    "academic academics researcher researchers historian historians strategist strategists skeptic skeptics "
    "sceptic sceptics fellow"
)
"""Nouns of people who give a view rather than report an act."""

ORGANS = _words(
    "ministry department office embassy spokesperson spokesman spokeswoman government cabinet presidency council "
    "commission administration parliament command army military mission consulate secretariat agency bureau "
    "directorate authority"
)
"""Nouns of offices that issue statements."""
