"""A rule set laid out for reading: each of its settings as a label and words, and what is wrong with one."""

from council_tui.domain.gates import BadGate
from council_tui.domain.rules import BadRules, ChairVotes, FloorRules, Recused, Rules, UnknownRules
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.secrecy import Matter
from council_tui.wording import gates, names
from council_tui.wording.catalog import N_, _, current, ngettext, pgettext
from council_tui.wording.parties import parties_words
from council_tui.wording.proxies import proxy_rule

_CHAIR = {
    ChairVotes.WITH_ALL: N_("The chair votes with the others."),
    ChairVotes.LAST: N_("The chair votes last."),
    ChairVotes.NEVER: N_("The chair does not vote."),
    ChairVotes.TIE_ONLY: N_("The chair votes only to break a tie."),
}

_RECUSED = {
    Recused.EXCLUDED: N_("A member who steps aside is not counted as present."),
    Recused.COUNTED: N_("A member who steps aside is still counted as present."),
}

MATTERS = {
    Matter.NOTHING: N_("nothing special"),
    Matter.PERSONS: N_("about a person"),
    Matter.RULES: N_("about the rules"),
    Matter.SECRET: N_("marked so"),
}
"""What an item is about, where that decides how it is voted on."""

Lines = tuple[tuple[str, str], ...]
"""Labels and words."""


def rules_name(rules: Rules | FloorRules) -> str:
    """What these rules are called in the language in use."""
    return rules.name(current()) if rules.id else _("rules made up here")


def mark(rules: Rules) -> str:
    """The visible mark of rules whose source was not read in full; empty for the others."""
    return "" if rules.verified else _("check against your own rules")


def chair_words(rules: Rules) -> str:
    """Whether and when the chair votes: `The chair votes last.`"""
    return _(_CHAIR[rules.chair_votes])


def rules_lines(rules: Rules) -> Lines:
    """How it is decided, a line each."""
    settings = (
        (_("Parties"), parties_words(rules.parties)),
        (_("How it is decided"), gates.rules_words(rules)),
        (_("Ways of voting"), _comma([names.way_words(way) for way in rules.methods])),
        (_("Abstentions"), _("asked for") if rules.ask_abstain else _("not asked for")),
        (_("The chair's vote"), chair_words(rules)),
        (_("Presence"), _presence(rules)),
        (_("Proxies"), proxy_rule(rules) if rules.takes_proxies or rules.proxy_barred else ""),
        (_("Secret ballot"), _secret(rules)),
        (_("Recusal"), _(_RECUSED[rules.recused])),
        (_("Invalid papers"), _("among those taking part") if rules.invalid_counts else ""),
        (_("Notice"), _notice(rules)),
        (_("Posting of results"), _posting(rules)),
        (_("In force"), _dates(rules)),
        (_("Source"), rules.source),
        (_("To check"), mark(rules)),
    )
    return tuple((label, words) for label, words in settings if words)


def floor_lines(floor: FloorRules) -> Lines:
    """How it is debated, a line each."""
    speech = ngettext("{count} second", "{count} seconds", floor.speech_seconds)
    speeches = _("{count} a member")
    return (
        (_("A second is needed"), _yes(floor.second_required)),
        (_("Length of a speech"), speech.format(count=floor.speech_seconds)),
        (_("Speeches on one item"), speeches.format(count=floor.speeches_per_item)),
        (_("The chair takes no side"), _yes(floor.chair_neutral)),
        (_("A speaker says the side first"), _yes(floor.stance_required)),
        (_("The sides speak in turn"), _yes(floor.alternate_sides)),
        (_("One motion at a time"), _yes(floor.one_at_a_time)),
        (_("Urgent motions by vote"), _yes(floor.urgent_by_vote)),
        (_("Source"), floor.source),
    )


def lines(found: Rules | FloorRules) -> Lines:
    """How it is decided, or how it is debated, a line each."""
    return rules_lines(found) if isinstance(found, Rules) else floor_lines(found)


def unknown_words(refusal: UnknownRules) -> str:
    """`There are no rules called x; "rules list" names them.`"""
    return _('There are no rules called {id!r}; "rules list" names them.').format(id=refusal.id)


def gate_refused_words(refusal: BadGate) -> str:
    """What is no gate, and how one is written."""
    text = _('{text!r} is no gate; write it like "> 1/2 of present", ">= 2/3 of roll" or ">= 9 votes".')
    return text.format(text=refusal.text[:80])


def bad_words(refusal: BadRules) -> str:
    """Which field of which rules is wrong, and what stands there."""
    text = _("The rules {id!r} cannot be used: {field} is {value!r}.")
    if not refusal.id:
        text = _("These rules cannot be used: {field} is {value!r}.")
    return text.format(id=refusal.id, field=refusal.field or _("the file"), value=refusal.value[:200])


def _presence(rules: Rules) -> str:
    return _("as at the opening") if rules.present_basis is PresentBasis.AT_OPENING else ""


def _secret(rules: Rules) -> str:
    """`asked for about persons, about the rules`."""
    about = [_(MATTERS[each]) for each in rules.secret_required_for]
    return _("asked for {matters}").format(matters=_comma(about)) if about else ""


def _notice(rules: Rules) -> str:
    parts = []
    if rules.notice_days is not None:
        text = ngettext("{days} day before", "{days} days before", rules.notice_days)
        parts.append(text.format(days=rules.notice_days))
    if rules.only_posted_items:
        parts.append(_("only items that were posted"))
    return _comma(parts)


def _posting(rules: Rules) -> str:
    publish = rules.publish
    if publish is None:
        return ""
    within = ngettext("within {days} day", "within {days} days", publish.within_days)
    if publish.workdays:
        posted = ngettext("for {days} working day", "for {days} working days", publish.for_days)
    else:
        posted = ngettext("for {days} day", "for {days} days", publish.for_days)
    return _comma([within.format(days=publish.within_days), posted.format(days=publish.for_days)])


def _dates(rules: Rules) -> str:
    parts = []
    if rules.valid_from:
        parts.append(_("from {day}").format(day=rules.valid_from))
    if rules.valid_to:
        parts.append(_("until {day}").format(day=rules.valid_to))
    return _comma(parts)


def _comma(parts: list[str]) -> str:
    """The parts with commas between, as the language writes them."""
    return gates.linked(parts, _("{first}, {second}"))


def _yes(setting: bool) -> str:
    return pgettext("rules", "yes") if setting else pgettext("rules", "no")
