"""The stands of a joint meeting's parties in the papers: what each said, and through whom."""

from council_tui.domain.meeting import MeetingView
from council_tui.domain.parties import represented, speaking
from council_tui.domain.presence import attended
from council_tui.domain.votes import Choice, VoteView
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.parties import party_words

FIGURES = {
    "yes": N_("agree {old} to {new}"),
    "no": N_("disagree {old} to {new}"),
    "abstain": N_("reserve {old} to {new}"),
    "not_voting": N_("no stand {old} to {new}"),
}
"""What a correction changed."""

_SAID = {
    Choice.YES: N_("{party} agreed"),
    Choice.NO: N_("{party} did not agree"),
    Choice.ABSTAIN: N_("{party} reserved judgement"),
}


def stands(meeting: MeetingView, vote: VoteView) -> str:
    """`The community agreed (Zhou Min); the owners had no representative.`; empty before the close."""
    if vote.closed is None:
        return ""
    return names.sentence(names.clauses(_stand(meeting, vote, party) for party in vote.rules.parties))


def _stand(meeting: MeetingView, vote: VoteView, party: str) -> str:
    """What one party said, through whom; that it said nothing, or had nobody to say it."""
    if party in vote.stands:
        stand = vote.stands[party][1]
        words = _(_SAID[stand.stand]).format(party=party_words(party))
        return names.noted(words, names.name_of(meeting, stand.speaker))
    text = _("{party} took no stand")
    if party not in there(meeting, vote):
        text = _("{party} had no representative")
    return text.format(party=party_words(party))


def there(meeting: MeetingView, vote: VoteView) -> tuple[str, ...]:
    """The parties that were represented when the vote was closed, in the order of its rules."""
    item = meeting.item(vote.opened.item)
    aside = item.recused if item is not None else {}
    present = vote.closed.presence if vote.closed is not None else ()
    people = [meeting.people[each].person for each in present if each not in aside]
    known = {*represented(vote.rules.parties, people), *vote.stands}
    return tuple(party for party in vote.rules.parties if party in known)


def sides(meeting: MeetingView) -> str:
    """`the community: Zhou Min, He Jia; the owners: nobody` of those who came; empty without parties."""
    came = [each.person for each in attended(meeting)]
    return names.clauses(
        _("{label}: {words}").format(
            label=party_words(party),
            words=names.listed(names.person_name(each) for each in speaking(party, came)) or _("nobody"),
        )
        for party in meeting.rules.parties
    )


def heads(*, silent: bool) -> list[str]:
    """What stands above the figures in a table of votes by parties."""
    return [
        pgettext("column", "Represented"),
        pgettext("column", "Agree"),
        pgettext("column", "Disagree"),
        pgettext("column", "Reserve"),
        *([pgettext("column", "No stand")] if silent else []),
        pgettext("parties", "Needed"),
    ]
