"""English words that say whether an event happened, is meant to, is asked for, is only possible or did not happen.

A governor is a word that takes the event as its complement: "agreed to meet", "called for a truce".
How sure readers are of an event below a word stands in ``factuality``.
"""

from __future__ import annotations

from typing import Final

from legation.languages.en.calendar import MONTH_NUMBERS
from legation.languages.lists import words_of


def _table(**rows: str) -> dict[str, str]:
    return {word: status for status, line in rows.items() for word in line.split()}


VERBS: Final[dict[str, str]] = _table(
    planned=(
        "plan intend expect schedule agree decide prepare promise pledge vow commit set arrange slate anticipate "
        "await undertake swear resolve determine suppose opt elect choose ready poise envisage aim gear contract "
        "consent predict forecast project book assure"
    ),
    called_for=(
        "ask demand urge request appeal propose recommend want seek need press push insist order advise "
        "encourage beg implore exhort invite summon instruct tell direct command require pressure lobby advocate "
        "beseech plead suggest offer petition"
    ),
    hypothetical=(
        "consider mull weigh explore contemplate ponder threaten warn fear worry risk hope hop wish desire wonder "
        "doubt speculate imagine dream try attempt discuss debate negotiate study examine evaluate allow enable "
        "permit tend struggle fight strive question float raise suspect believe like prefer love hesitate dare hint "
        "dangle favour favor"
    ),
    negated=(
        "refuse decline fail avoid prevent cancel scrap abandon reject rebuff veto block bar ban forbid prohibit "
        "avert shelve forgo skip miss postpone delay preclude oppose refrain withhold drop neglect forget lack "
        "deter thwart foil stymie scuttle derail eschew resist defer boycott"
    ),
    denied=("deny dispute refute disavow rebut contradict"),
)
"""Verb -> what it makes of an event below it (infinitive, clause or object)."""

INFINITIVE_ONLY: Final = words_of("agreement deal pact decision arrangement talk initiative power step path way order")
"""Nouns that bear on an infinitive below them only: "an agreement to meet", not "the agreement on trade"."""

POINTED: Final = words_of(
    "discuss debate consider mull weigh explore ponder negotiate study examine evaluate question like prefer love "
    "float raise oppose protest favour favor"
)
"""Verbs that leave a definite object as it is: "discussed the truce" speaks of a truce that holds."""

NOUNS: Final[dict[str, str]] = _table(
    planned=(
        "plan decision agreement intention pledge promise commitment preparation vow arrangement deal schedule "
        "undertaking resolve readiness willingness pact expectation date"
    ),
    called_for=(
        "call proposal offer demand request appeal invitation order need recommendation suggestion initiative bid "
        "plea desire pressure deadline ultimatum"
    ),
    hypothetical=(
        "hope threat possibility prospect chance likelihood risk right effort attempt ability opportunity option "
        "fear warning idea thought potential talk way capacity probability odds danger question suggestion "
        "speculation wish interest brink verge cusp "
        "importance emphasis premium priority aim goal allegation claim accusation rumor rumour suspicion power "
        "capability permission path step scenario"
    ),
    negated=("failure refusal cancellation rejection inability postponement absence lack ban reluctance unwillingness"),
    denied=("denial"),
)
"""Noun -> what it makes of an event below it ("plans for a visit", "the refusal to meet")."""

ADJECTIVES: Final[dict[str, str]] = _table(
    planned=(
        "ready willing prepared set due scheduled expected slated poised about bound eager determined committed "
        "sure certain"
    ),
    called_for=("necessary essential important crucial vital imperative"),
    hypothetical=(
        "likely able possible free keen hesitant capable subject open afraid hopeful eligible unclear uncertain "
        "unsure doubtful close near desperate anxious tempted inclined"
    ),
    negated=("unable unlikely unwilling reluctant impossible loath"),
)
"""Adjective with a complement: "is likely to visit", "ready to sign"."""

MODIFIERS: Final[dict[str, str]] = _table(
    planned=(
        "planned scheduled upcoming forthcoming future expected coming impending imminent prospective next "
        "anticipated intended pending promised slated"
    ),
    called_for=("proposed suggested requested needed"),
    hypothetical=(
        "possible potential hypothetical eventual would-be conceivable prospective feared threatened alleged "
        "supposed purported any"
    ),
    negated=("cancelled canceled postponed aborted abandoned scrapped averted unrealized missed called-off"),
    ongoing=("ongoing continuing current continued present"),
)
"""Modifier of an event noun: "the upcoming summit", "a possible visit"."""

PARTICLES: Final[dict[tuple[str, str], str]] = {
    ("call", "for"): "called_for",
    ("call", "on"): "called_for",
    ("call", "off"): "negated",
    ("put", "off"): "negated",
    ("rule", "out"): "negated",
    ("hold", "off"): "negated",
    ("hold", "back"): "negated",
    ("back", "off"): "negated",
    ("back", "away"): "negated",
    ("back", "down"): "negated",
    ("shy", "away"): "negated",
    ("step", "back"): "negated",
    ("stay", "away"): "negated",
    ("decide", "against"): "negated",
    ("advise", "against"): "negated",
    ("give", "up"): "negated",
    ("pull", "out"): "negated",
    ("back", "out"): "negated",
    ("fall", "through"): "negated",
    ("look", "forward"): "planned",
    ("line", "up"): "planned",
    ("lay", "out"): "planned",
    ("set", "up"): "planned",
    ("push", "for"): "called_for",
    ("press", "for"): "called_for",
    ("ask", "for"): "called_for",
    ("appeal", "for"): "called_for",
    ("hope", "for"): "hypothetical",
    ("wish", "for"): "hypothetical",
    ("long", "for"): "hypothetical",
    ("yearn", "for"): "hypothetical",
    ("look", "for"): "hypothetical",
    ("hint", "at"): "hypothetical",
    ("believe", "in"): "hypothetical",
    ("think", "about"): "hypothetical",
    ("think", "of"): "hypothetical",
    ("talk", "about"): "hypothetical",
    ("talk", "of"): "hypothetical",
    ("warn", "of"): "hypothetical",
    ("warn", "against"): "negated",
    ("work", "toward"): "hypothetical",
    ("work", "towards"): "hypothetical",
    ("work", "on"): "hypothetical",
    ("look", "at"): "hypothetical",
    ("prepare", "for"): "planned",
    ("plan", "for"): "planned",
    ("plan", "on"): "planned",
    ("agree", "on"): "planned",
    ("agree", "to"): "planned",
    ("insist", "on"): "called_for",
    ("stop", "from"): "negated",
    ("prevent", "from"): "negated",
    ("keep", "from"): "negated",
    ("ban", "from"): "negated",
    ("bar", "from"): "negated",
    ("refrain", "from"): "negated",
    ("accuse", "of"): "hypothetical",
    ("suspect", "of"): "hypothetical",
    ("charge", "with"): "hypothetical",
    ("aim", "at"): "planned",
    ("invite", "to"): "planned",
    ("invite", "for"): "planned",
    ("threaten", "with"): "hypothetical",
    ("wait", "for"): "planned",
    ("opt", "for"): "planned",
    ("settle", "for"): "planned",
}
"""Verb and particle or preposition -> what the two make of the event."""

PARTICLE_LINKS: Final = words_of("to on from")
"""Prepositions behind a verb with a particle: "held off on a ban", "backed away from talks"."""

MODALS: Final[dict[str, str]] = {
    "will": "planned",
    "wo": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "shall": "planned",
    "would": "hypothetical",
    "'d": "hypothetical",
    "could": "hypothetical",
    "can": "hypothetical",
    "ca": "hypothetical",
    "may": "hypothetical",
    "might": "hypothetical",
    "should": "called_for",
    "must": "called_for",
    "ought": "called_for",
}

CONDITIONS: Final = words_of("if unless whether lest provided assuming supposing")
STILL_TO_COME: Final[dict[str, str]] = _table(hypothetical="until till", planned="before once")
"""Conjunction before a verb in the present -> what the verb tells: "no deal until Peru ratifies"."""

SEEMING: Final = words_of("be seem appear look remain")
"""Verbs before what a whole clause is: "it seems unlikely that"."""

SPEECH_NOUNS: Final = words_of(
    "request demand appeal invitation offer proposal threat warning promise pledge criticism accusation plea refusal"
)
"""What somebody has said: "will consider Peru's request" leaves the request said."""

GOING_ON: Final = words_of("ongoing continuing continued recent latest repeated escalating")
"""Adjectives of what happens or has happened: "discussed recent attacks"."""

LONG_PAST: Final = words_of("past previous earlier")
"""Adjectives of what is over."""

OCCASION_NOUNS: Final = words_of(
    "call visit trip meeting summit talk talks conference tour dialogue negotiation consultation"
)
"""Contacts: one that "will strengthen ties" is still to come, where a deal that will do so may be made already."""

CHANCES: Final = words_of("opportunity chance occasion privilege honor honour pleasure")
HAVING: Final = words_of("have get take use seize enjoy")
"""Who "had the opportunity to meet" somebody met him."""

AT: Final = words_of("at in on under")
"""What one is in by being there: "is not at war"."""

UTTERING: Final = words_of("make issue send lodge put submit renew extend deliver repeat reiterate present raise")
"""Verbs that say it: "will make his offer" is an offer to come."""

NEGATIVE_SUBJECTS: Final = words_of("nobody none neither nothing no-one")
NEGATIVE_WORDS: Final = words_of("not never n't n’t no neither nor hardly scarcely nowhere")
NEGATIVE_DETERMINERS: Final = words_of("no neither")
REPORTING: Final = words_of(
    "say tell add report announce state note explain claim insist argue declare stress reiterate reveal disclose "
    "confirm indicate write believe think acknowledge admit suggest maintain assert predict remark allege vow "
    "promise pledge show"
)
"""Verbs whose clause keeps its own status; "would" below their past tense is the future told in the past."""

CAUTIONING: Final = words_of("warn caution alert")
"""Verbs that tell somebody of a danger: of what has been done they tip him off ("warned that they had spied"), of
what may come they threaten or fear it."""

SPEAKERS: Final = words_of("i you we my your me")
"""Pronouns of those who speak and are spoken to: they tell talk from a report."""

DENYING: Final = words_of("deny dismiss reject refute dispute rebut contradict repudiate")
"""Verbs that deny what a noun's clause tells: "dismissed reports that they had met"."""

LIGHT: Final = words_of(
    "hold have make conduct reach sign conclude strike carry launch stage pay give host attend undertake impose "
    "begin start resume complete join lead secure achieve clinch broker mediate take receive open deliver do "
    "place send seal enter ink chair convene organize organise mount perform finalize finalise ratify implement "
    "renew use issue win slap provide see commence wage"
)
"""Verbs that only carry the event of their object: "will hold talks" is a planned talk."""

STANDING: Final = words_of(
    "keep maintain preserve retain leave continue extend uphold honour honor sustain lift ease end halt suspend "
    "remove finish break violate breach undermine welcome hail praise criticize criticise condemn denounce "
    "support back observe respect review revise"
)
"""Verbs whose object is there already: "will lift the sanctions", "would break a truce"."""

GOING_ON_BELOW: Final = words_of("continue")
"""Verbs whose object goes on as they are told: "is ready to continue contacts"."""

UNREAL: Final = words_of("would could might 'd")
"""Auxiliaries of what is only thought of: "a withdrawal would benefit Peru"."""

APPROVING: Final = words_of("welcome support back endorse hail")
"""Verbs that are glad of their object: "would welcome talks" tells of none that were held."""

PERCEIVING: Final = words_of("see watch hear")
"""Verbs whose clause without "that" is as sure as they are: "wants to see them meet"."""

SETTING_OUT: Final = words_of("go come")
"""Verbs of motion whose progressive tells of a journey to come: "is going to Italy"."""

MOTION: Final = words_of(
    "return gather meet convene travel fly come go sit assemble visit attend speak talk phone telephone call confer"
)
"""Verbs of coming together: in the past, what they were done for was done as well ("met to discuss trade")."""

HAPPENING: Final = words_of(
    "take happen begin start follow go proceed open resume come occur last continue be kick run remain unfold "
    "conclude end collapse fail get stand hold emerge materialize materialise commence erupt break"
)
"""Verbs whose subject is the event: "the summit will take place"."""

ASPECT: Final = words_of(
    "begin start continue keep resume proceed finish complete stop end cease manage use help get come go remain"
)
"""Verbs that leave an infinitive or gerund below them as sure as they are themselves."""

CEASING: Final = words_of("stop cease quit halt")
"""Verbs that are to end what the gerund below them tells: "promised to stop shelling"."""

DECISIONS: Final = words_of("decision move choice")
"""Nouns of what is done by being decided: "Peru's decision to ban it"."""

LEAVING_OPEN: Final = words_of("depend hinge rely rest wait fail collapse lapse stall unravel")
"""Verbs that leave a decision beside them undone: "it depended on Peru's decision to pay"."""

VIEWS: Final = words_of("view eye")
"""Nouns of an aim: "with a view to reaching a deal"."""

DISCUSSIONS: Final = words_of("talk negotiation discussion consultation debate speculation")
"""Nouns of talk: what an indefinite noun below them names is only talked about ("talks on a truce")."""

ABOUT: Final = words_of("on about for over toward towards")

RANKS: Final = words_of("first second third fourth fifth sixth last only latest")
"""Words that put one among those who did a thing: "the third president to visit"."""

CLAUSE_NOUNS: Final = words_of("claim allegation denial possibility fear hope")
"""Nouns that bear on a whole clause below them: "the claim that they met"."""

DEFINITE: Final = words_of("the this that these those its their his her our")
AFTER: Final = words_of("after since following amid by")
"""Prepositions of what happened before: nothing above them bears on it."""

OCCASIONS: Final = words_of("during at in for")
OF_WHAT: Final = words_of("of for to on about against in")
SHORT_OF: Final = words_of("ahead instead short")
UNDER_WAY: Final = words_of("underway ongoing")

LATER: Final = words_of("tomorrow soon shortly tonight")
LATER_MODIFIERS: Final = words_of("next coming upcoming following")
PREPOSITIONS: Final[dict[str, str]] = {
    "without": "negated",
    "ahead": "planned",
    "pending": "planned",
    "instead": "negated",
    "despite": "occurred",
    "toward": "hypothetical",
    "towards": "hypothetical",
}
"""Preposition -> what it makes of an event noun below it."""

PAST_MARKS: Final = words_of(
    "earlier previously formerly historically originally already before ago then since recently"
)
PAST_MODIFIERS: Final = words_of("previous earlier past former prior historic historical last recent")
PAST_UNITS: Final = words_of("year month week decade century summer winter spring autumn fall quarter")
MONTHS: Final = frozenset(MONTH_NUMBERS)
"""Names of months: "in May" alone, without a day, tells history rather than this report's news."""
