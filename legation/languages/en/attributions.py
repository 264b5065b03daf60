"""English words that report what somebody says, thinks or wants, and words that name who does.

Lemmas as the parser writes them (it reads "hopes" as "hop" now and then; such slips are listed beside the lemma).
The verbs were chosen by reading and by counting how often a verb is marked as a cue in PolNeAR's training articles
(Newell, Margolin and Ruths, LREC 2018).
"""

from __future__ import annotations

from legation.languages.lists import words_of

SPEECH = words_of(
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

CORE = words_of("say add write report note state explain reply continue tell argue recall announce warn")
"""Of these the plain ones, which may stand between commas with no clause of their own: "Talks, he said, failed"."""

THOUGHT = words_of(
    "think believe know feel hope hop expect fear worry doubt suspect assume realize realise understand see "
    "consider imagine anticipate wish guess figure decide determine learn hear recognize recognise judge deem "
    "sense foresee remember forget agree disagree wonder calculate reckon envisage perceive notice worri"
)
"""Verbs that take a clause as what is thought."""

TELLING = words_of(
    "believe think suspect assume fear doubt expect anticipate reckon calculate judge deem foresee hear "
    "claim belief allegation accusation assertion suggestion contention report assessment rumor rumour speculation "
    "prediction suspicion conclusion expectation statement announcement declaration admission denial complaint "
    "warning reportedly allegedly supposedly purportedly ostensibly press push appeal plead"
)
"""Cues of no speech that still tell of events: what one holds true or presses for, unlike "want" or "support"."""

ADDING = words_of("mention")
"""Verbs that after "not to" only add one more thing: "a long war, not to mention a costly one"."""

ANYBODY = words_of("you")
"""Subjects that mean anybody: "as you know", "if you want"."""

CLAUSAL = words_of("hold")
"""Verbs of speech that say something by a clause alone: "held that talks had failed", not "held talks"."""

JUDGING = words_of("find")
"""Verbs of speech that judge where an adjective follows: "Voters find it easy"."""

LINKING_ADVERBS = words_of("so when where why how instead meanwhile however")
"""Adverbs that lead from clause to clause and belong to no cue, unlike "also said"."""

BY_MEANS = words_of("in by via through")
"""Prepositions of what something is said in: "said in a statement"."""

WHEN_SAID = words_of("during after before at")
"""Prepositions of the occasion on which something is said."""

JOINERS = words_of("and or of to for that in with a an the as by but")
"""Words that only join a quotation to the content before it: "a truce" and "a pact"."""

GOING_ON = words_of("until but for that which and so because")
"""Words by which a clause goes on after an inserted cue: "Talks failed, he said, until Friday"."""

RELATIVE = words_of("who which that whom")
COPULAS = words_of("be remain seem become feel")
ARTICLES = words_of("the a an")

POINTING = words_of("the this its")
"""Determiners that point at a text already spoken of: "the statement added"."""

ADDRESSEE = words_of(
    "tell ask assure inform remind notify brief advise warn convince urge persuade promise press order beg implore"
)
"""Verbs whose object is the one spoken to as long as a clause or quotation follows."""

OBJECT = words_of(
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

INFINITIVE = words_of(
    "want plan vow pledge promise refuse decline seek hope hop offer propose threaten agree urge ask intend wish "
    "prefer like expect demand request order decide claim advise warn push swear hesitate look aim volunteer opt "
    "consider resolve determine call tell love dare invite exhort recommend"
)
"""Verbs that take an infinitive as what is wanted, promised or asked."""

PARTICLES: dict[str, frozenset[str]] = {
    "call": words_of("for on"),
    "talk": words_of("about of"),
    "speak": words_of("about of against out"),
    "point": words_of("to"),
    "respond": words_of("to"),
    "refer": words_of("to"),
    "allude": words_of("to"),
    "object": words_of("to"),
    "agree": words_of("to with on"),
    "disagree": words_of("with on about"),
    "focus": words_of("on"),
    "comment": words_of("on"),
    "push": words_of("for"),
    "press": words_of("for"),
    "argue": words_of("for against"),
    "warn": words_of("of against about"),
    "boast": words_of("of about"),
    "complain": words_of("about of"),
    "accuse": words_of("of"),
    "rail": words_of("against about"),
    "rule": words_of("against on"),
    "vote": words_of("for against on"),
    "ask": words_of("about for"),
    "worry": words_of("about"),
    "think": words_of("of about"),
    "know": words_of("about of"),
    "hope": words_of("for"),
    "wish": words_of("for"),
    "apologize": words_of("for"),
    "testify": words_of("about on"),
    "believe": words_of("in"),
    "approve": words_of("of"),
    "disapprove": words_of("of"),
    "reflect": words_of("on"),
    "lash": words_of("at"),
    "plead": words_of("for"),
    "appeal": words_of("for to"),
    "advocate": words_of("for"),
    "vouch": words_of("for"),
    "insist": words_of("on"),
    "elaborate": words_of("on"),
    "plan": words_of("for on"),
    "assure": words_of("of"),
    "speculate": words_of("about on"),
    "care": words_of("about"),
    "write": words_of("about of"),
    "look": words_of("to"),
    "say": words_of("of about"),
    "hint": words_of("at"),
    "consent": words_of("to"),
    "back": words_of(""),
}
"""Verbs with the prepositions that belong to the cue, their object being the content."""

RAISING = words_of("seem appear")
"""Verbs by which the writer or nobody named judges: "the truce appears to hold"."""

OPEN_PASSIVE = words_of(
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

ASPECT = words_of(
    "appear seem go continue begin start proceed keep try attempt decline refuse come take use want need wait "
    "rush move mean"
)
"""Verbs that make one cue with the speech verb below them: "went on to say", "declined to comment"."""

ADVERBS = words_of("reportedly allegedly supposedly purportedly ostensibly seemingly")
"""Adverbs by which the writer hands the claim to somebody unnamed."""

NOUNS: dict[str, frozenset[str]] = {
    "claim": words_of("of about"),
    "belief": words_of("in"),
    "view": words_of("of on about"),
    "opinion": words_of("of on about"),
    "statement": words_of("on about"),
    "comment": words_of("on about"),
    "remark": words_of("on about"),
    "allegation": words_of("of"),
    "accusation": words_of("of"),
    "assertion": words_of(""),
    "argument": words_of("for against"),
    "suggestion": words_of("of"),
    "criticism": words_of("of"),
    "support": words_of("for of"),
    "opposition": words_of("to"),
    "concern": words_of("about over"),
    "fear": words_of("of about over"),
    "hope": words_of("of for"),
    "worry": words_of("about"),
    "doubt": words_of("about over"),
    "promise": words_of("of"),
    "pledge": words_of("of"),
    "vow": words_of("of"),
    "threat": words_of("of"),
    "plan": words_of("for"),
    "proposal": words_of("for"),
    "call": words_of("for"),
    "demand": words_of("for"),
    "request": words_of("for"),
    "question": words_of("about of on"),
    "warning": words_of("of about against"),
    "decision": words_of(""),
    "desire": words_of("for"),
    "refusal": words_of(""),
    "willingness": words_of(""),
    "intention": words_of("of"),
    "complaint": words_of("about of"),
    "attack": words_of("on"),
    "denial": words_of("of"),
    "prediction": words_of("of"),
    "idea": words_of("of"),
    "notion": words_of("of"),
    "contention": words_of(""),
    "insistence": words_of("on"),
    "declaration": words_of(""),
    "announcement": words_of("of"),
    "report": words_of("of about"),
    "praise": words_of("for of"),
    "skepticism": words_of("about of"),
    "condemnation": words_of("of"),
    "endorsement": words_of("of"),
    "admission": words_of("of"),
    "position": words_of("on"),
    "stance": words_of("on"),
    "advice": words_of("on"),
    "offer": words_of("of"),
    "commitment": words_of("to"),
    "explanation": words_of("for of"),
    "message": words_of("of"),
    "assessment": words_of("of"),
    "rumor": words_of("of about"),
    "speculation": words_of("about"),
    "expectation": words_of("of for"),
    "suspicion": words_of("of about"),
    "conclusion": words_of(""),
    "conviction": words_of(""),
    "perception": words_of("of"),
    "feeling": words_of("about"),
    "impression": words_of("of"),
    "thought": words_of("on about"),
    "objection": words_of("to"),
    "assurance": words_of("of"),
}
"""Nouns of saying and thinking with the prepositions that lead to their content; a clause may always follow."""

STANDALONE_NOUNS = words_of(
    "claim belief allegation accusation suggestion assertion notion contention fear hope promise pledge vow "
    "threat criticism concern warning rumor speculation prediction view opinion comment remark refusal doubt "
    "question complaint"
)
"""Of these nouns those that count as a cue even when nobody is named beside them."""

ADJECTIVES = words_of(
    "confident sure certain aware afraid hopeful worried concerned eager willing unwilling ready determined "
    "convinced optimistic skeptical doubtful clear adamant reluctant keen glad proud happy unhappy sorry "
    "disappointed surprised opposed critical"
)
"""Adjectives after "be" that say what somebody thinks or wants."""

STATEMENTS = words_of(
    "statement interview tweet post conference briefing speech letter email e-mail memo report remarks message "
    "telegram communique communiqué readout release address appearance hearing filing op-ed article column blog "
    "video testimony"
)
"""Nouns of the occasion or text in which something is said: "said in a statement"."""

CHANNELS = words_of("twitter facebook instagram youtube website web site blog media radio television tv air podcast")
"""Where somebody says something, no part of what is said: "noted the figure on its website"."""

CUE_TEXTS = words_of("statement email e-mail tweet release communique communiqué readout")
"""Of these the written ones, which are part of the cue."""

MEDIA_SOURCES = words_of(
    "poll survey report study statement analysis article letter document memo readout communique communiqué "
    "testimony dispatch filing transcript release"
)
"""Texts that speak for themselves after "in": "in a statement, talks were called off"."""

SPOKESPEOPLE = words_of(
    "spokesperson spokesman spokeswoman spokespersons spokesmen official officials envoy representative"
)
"""Nouns of those who speak for an organ without being named."""

SHOWING = words_of(
    "show demonstrate suggest underscore highlight signal indicate reveal reflect underline find see mean imply"
)
"""Verbs that things do as well as people: "the call underscored" is the outlet's reading, nobody's statement."""

PEOPLE = words_of(
    "leader side minister president premier chancellor government country nation state party member team "
    "delegation ambassador envoy king prince secretary chief general commander senator lawmaker group man woman "
    "company organisation organization agency court judge police chairman director head lawyer rebel separatist "
    "militant representative negotiator mediator family voter candidate counterpart bank firm union council"
)
"""Common nouns of people and bodies that can say something."""

ANONYMOUS = words_of(
    "official officials source sources diplomat diplomats aide aides adviser advisers advisor advisors insider "
    "insiders person people witness witnesses resident residents reports report media authorities eyewitness "
    "eyewitnesses someone somebody others spokesperson lawmakers officers negotiators mediators"
)
"""Nouns that leave the speaker unnamed unless a name stands beside them."""

OPINION = words_of(
    "analyst analysts expert experts observer observers critic critics commentator commentators pundit pundits "
    "scholar scholars professor professors economist economists editorial editorials columnist columnists "
    "academic academics researcher researchers historian historians strategist strategists skeptic skeptics "
    "sceptic sceptics fellow"
)
"""Nouns of people who give a view rather than report an act."""

ORGANS = words_of(
    "ministry department office embassy spokesperson spokesman spokeswoman government cabinet presidency council "
    "commission administration parliament command army military mission consulate secretariat agency bureau "
    "directorate authority"
)
"""Nouns of offices that issue statements."""
