"""The form in which rules are copied and changed; it reads them back as sentences while they are typed."""

from collections.abc import Mapping, Sequence

from textual import on

from council_tui.domain.gates import BadGate, Gate
from council_tui.domain.rules import BadRules, ChairVotes, Names, Rules
from council_tui.domain.rulesets import NotForMeetings
from council_tui.intake.people import party_of
from council_tui.tui.fields import SEPARATOR, Field, Kind, Values, gates_of
from council_tui.tui.forms import Form
from council_tui.tui.ink import BLANK, Line
from council_tui.tui.widgets.pick import Pick
from council_tui.tui.widgets.prose import prose
from council_tui.usecases.rules import NAME, SOURCE, RulesEntry
from council_tui.wording import gates
from council_tui.wording.catalog import N_, _, languages, pgettext
from council_tui.wording.parties import parties_words
from council_tui.wording.say import say

YES, NO = "yes", "no"
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
    try:
        made = Rules("", (("en", ""),), quorum, carry, any_quorum=any_quorum, parties=parties)
    except BadRules:
        return _("There are two parties or more, each once, and heads are counted in their gates.")
    return gates.rules_words(made) if made.by_heads else say(NotForMeetings(""))


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
        _pick(
            "close_vote_hint",
            pgettext("rules", "Close vote"),
            rules.close_vote_hint,
            _("postponing is offered"),
        ),
        *_days(rules),
        Field("source", _("Source"), initial=rules.source, longest=SOURCE),
    ]


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
        close_vote_hint=values["close_vote_hint"] == YES,
        notice_days=values["notice_days"],
        within_days=values["within_days"],
        posted_days=values["posted_days"],
        source=values["source"],
        parties=parties_of(values["parties"]),
    )


def _names(values: Values, rules: Rules, lang: str) -> Names:
    typed = {lang: values["name"], second(lang): values["name_2"]}
    return tuple({**dict(rules.names), **typed}.items())
