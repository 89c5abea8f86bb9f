"""The form in which rules are copied and changed; it reads them back as sentences while they are typed."""

from collections.abc import Mapping, Sequence

from textual import on

from council_tui.domain.gates import BadGate, Gate
from council_tui.domain.proxies import Proxy
from council_tui.domain.rules import BadRules, ChairVotes, Names, Rules
from council_tui.domain.rulesets import NotForMeetings, PresentBasis
from council_tui.domain.secrecy import Matter
from council_tui.intake.people import party_of
from council_tui.tui.fields import NO, SEPARATOR, YES, Field, Kind, Values, gates_of
from council_tui.tui.forms import Form
from council_tui.tui.ink import BLANK, Line
from council_tui.tui.widgets.pick import Pick
from council_tui.tui.widgets.prose import prose
from council_tui.usecases.rules import NAME, SOURCE, RulesEntry
from council_tui.wording import gates
from council_tui.wording.catalog import N_, _, languages, pgettext
from council_tui.wording.names import sentences
from council_tui.wording.parties import parties_words
from council_tui.wording.proxies import CHOICES, proxy_rule
from council_tui.wording.say import say

GATES = 120
"""The longest line of gates."""
READ_BACK = 3
"""Rows kept for the sentences, so that the fields do not move while one is typed."""

CHAIR = {
    ChairVotes.WITH_ALL: N_("with the others"),
    ChairVotes.LAST: N_("votes last"),
    ChairVotes.NEVER: N_("does not vote"),
    ChairVotes.TIE_ONLY: N_("only breaks a tie"),
}


def _sentences(typed: Mapping[str, str]) -> str:
    try:
        quorum, carry = gates_of(typed["quorum"]), gates_of(typed["carry"])
    except BadGate:
        quorum = carry = ()
    if not carry:
        return _("Here the rules are read back, as soon as their gates can be read.")
    any_quorum, parties = typed["any_quorum"] == YES, parties_of(typed["parties"])
    proxy, most = Proxy(typed["proxy"]), typed["max_per_holder"]
    if parties and proxy is not Proxy.NONE:
        return _("Where parties are counted nobody votes by proxy.")
    try:
        made = Rules(
            "",
            (("en", ""),),
            quorum,
            carry,
            any_quorum=any_quorum,
            parties=parties,
            chair_votes=ChairVotes(typed["chair_votes"]),
            present_basis=PresentBasis(typed["present_basis"]),
            proxy=proxy,
            max_per_holder=int(most) if most.isdecimal() and int(most) else None,
        )
    except BadRules:
        return _("There are two parties or more, each once, and heads are counted in their gates.")
    if not made.by_heads:
        return say(NotForMeetings(""))
    return sentences([gates.rules_words(made), proxy_rule(made) if made.takes_proxies else ""])


def parties_of(typed: str) -> tuple[str, ...]:
    """The parties that a line names, in its order."""
    return tuple(party_of(each) for each in SEPARATOR.split(typed) if each.strip())


def _read_back(typed: Mapping[str, str], width: int) -> Sequence[Line]:
    """How it would be decided, in sentences."""
    rows = prose(_sentences(typed), width - 6, 3)
    return [*rows, *[BLANK] * (READ_BACK - len(rows))]


class RulesForm(Form):
    """What rules are typed into."""

    read_back = staticmethod(_read_back)

    @on(Pick.Changed)
    def _picked(self, event: Pick.Changed) -> None:
        """Whether one of the quorums is enough changes the sentence."""
        event.stop()
        self.paint()


def second(lang: str) -> str:
    """The language beside the council's own."""
    return next((each for each in languages() if each != lang), lang)


def rules_fields(rules: Rules, lang: str) -> list[Field]:
    """What is asked about rules, as it stands in those they are copied from."""
    names = dict(rules.names)
    return [
        Field("name", pgettext("rules", "Name"), initial=names.get(lang, ""), longest=NAME),
        Field("name_2", pgettext("rules", "Name, 2nd"), initial=names.get(second(lang), ""), longest=NAME),
        Field("quorum", _("Quorum"), Kind.GATES, _line_of(rules.quorum), GATES),
        _pick("any_quorum", _("One is enough"), rules.any_quorum),
        Field("carry", _("Carried by"), Kind.GATES, _line_of(rules.carry), GATES, required=True),
        Field(
            "parties",
            _("Parties"),
            initial=parties_words(rules.parties),
            longest=GATES,
            hint=_("of a joint meeting"),
        ),
        *_answers(rules),
        *_counted(rules),
        *_proxies(rules),
        *_days(rules),
        Field("source", _("Source"), initial=rules.source, longest=SOURCE),
    ]


def _answers(rules: Rules) -> list[Field]:
    """Who is asked for what."""
    return [
        Field(
            "ask_abstain",
            _("Abstentions"),
            Kind.CHOICE,
            YES if rules.ask_abstain else NO,
            choices=((YES, _("asked for")), (NO, _("not asked for"))),
        ),
        Field(
            "chair_votes",
            pgettext("rules", "Chair"),
            Kind.CHOICE,
            rules.chair_votes,
            choices=tuple((str(each), _(words)) for each, words in CHAIR.items()),
        ),
    ]


def _counted(rules: Rules) -> list[Field]:
    """How those present are counted, what is secret, and what is offered after a close vote."""
    return [
        Field(
            "present_basis",
            _("Presence"),
            Kind.CHOICE,
            rules.present_basis,
            choices=tuple((str(each), _(words)) for each, words in PRESENCE.items()),
        ),
        Field(
            "secret",
            pgettext("rules", "Secret vote"),
            Kind.CHOICE,
            _joined(rules.secret_required_for),
            choices=_secret(rules.secret_required_for),
        ),
        _pick(
            "close_vote_hint",
            pgettext("rules", "Close vote"),
            rules.close_vote_hint,
            _("postponing is offered"),
        ),
    ]


def _proxies(rules: Rules) -> list[Field]:
    """By whom a member may be represented; where a law bars it there is nothing to choose."""
    choices = tuple((str(each), _(words)) for each, words in CHOICES.items())
    if rules.proxy_barred:
        choices = ((str(Proxy.NONE), _("barred by law: {law}").format(law=rules.proxy_barred)),)
    return [
        Field("proxy", _("Proxies"), Kind.CHOICE, rules.proxy, choices=choices),
        _number("max_per_holder", _("Most for one"), rules.max_per_holder, _("no limit")),
    ]


PRESENCE = {
    PresentBasis.AT_VOTE: N_("at the vote"),
    PresentBasis.AT_OPENING: N_("as at the opening"),
}

SECRET: Mapping[tuple[Matter, ...], str] = {
    (): N_("as the room likes"),
    (Matter.PERSONS,): N_("about persons"),
    (Matter.RULES,): N_("about the rules"),
    (Matter.PERSONS, Matter.RULES): N_("persons and rules"),
}
"""For what a secret ballot can be asked."""


def _secret(kept: tuple[Matter, ...]) -> tuple[tuple[str, str], ...]:
    """What can be chosen; what stands in the rules is among it, whatever it is."""
    offered = dict.fromkeys([*SECRET, kept])
    return tuple((_joined(each), _(SECRET[each]) if each in SECRET else _joined(each)) for each in offered)


def _joined(matters: tuple[Matter, ...]) -> str:
    return ",".join(matters)


def _days(rules: Rules) -> list[Field]:
    publish = rules.publish
    return [
        _number("notice_days", _("Notice, days"), rules.notice_days, _("days before the meeting")),
        _number("within_days", _("Posted within"), publish.within_days if publish else None, _("days")),
        _number("posted_days", _("Posted for"), publish.for_days if publish else None, _("days")),
    ]


def _number(name: str, label: str, days: int | None, hint: str) -> Field:
    return Field(name, label, Kind.NUMBER, "" if days is None else str(days), 3, hint=hint)


def _pick(name: str, label: str, setting: bool, yes: str = "") -> Field:
    choices = ((NO, pgettext("rules", "no")), (YES, yes or pgettext("rules", "yes")))
    return Field(name, label, Kind.CHOICE, YES if setting else NO, choices=choices)


def _line_of(gates: Sequence[Gate]) -> str:
    return ", ".join(map(str, gates))


def entry_of(values: Values, rules: Rules, lang: str) -> RulesEntry:
    """What was typed."""
    return RulesEntry(
        names=_names(values, rules, lang),
        quorum=values["quorum"],
        carry=values["carry"],
        any_quorum=values["any_quorum"] == YES,
        ask_abstain=values["ask_abstain"] == YES,
        chair_votes=ChairVotes(values["chair_votes"]),
        secret_required_for=tuple(Matter(each) for each in values["secret"].split(",") if each),
        present_basis=PresentBasis(values["present_basis"]),
        close_vote_hint=values["close_vote_hint"] == YES,
        notice_days=values["notice_days"],
        within_days=values["within_days"],
        posted_days=values["posted_days"],
        source=values["source"],
        parties=parties_of(values["parties"]),
        proxy=Proxy(values["proxy"]),
        max_per_holder=values["max_per_holder"],
    )


def _names(values: Values, rules: Rules, lang: str) -> Names:
    typed = {lang: values["name"], second(lang): values["name_2"]}
    return tuple({**dict(rules.names), **typed}.items())
