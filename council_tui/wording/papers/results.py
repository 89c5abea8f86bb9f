"""Votes and polls in the record of proceedings: each result as it was told, each change at its moment."""

from collections.abc import Iterator
from dataclasses import replace

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import under
from council_tui.domain.votes import VoteView
from council_tui.wording import names
from council_tui.wording.catalog import _
from council_tui.wording.papers import late, mended, recounts, reopenings, votes
from council_tui.wording.papers.moments import Moment, labelled, line
from council_tui.wording.proxies import at_vote_words


def votes_told(meeting: MeetingView, item: ItemView) -> Iterator[Moment]:
    """The votes under an item, in the order of their opening."""
    for vote in item.votes:
        label = votes.subject(item, vote)
        first = (*vote.before, vote)[0]
        ended = first.closed or first.abandoned or first.opened
        yield line(meeting, ended.at, _first(meeting, label, first))
        for number in range(len(vote.before)):
            yield from _changed(meeting, label, vote, number)
        if vote.reopened is not None:
            words = reopenings.reopened(meeting, vote.reopened)
            yield labelled(meeting, vote.reopened.at, label, words)


def polls_told(meeting: MeetingView, item: ItemView) -> Iterator[Moment]:
    """The polls under an item. Their words come with the first poll: few meetings have any."""
    for poll in under(meeting.polls, item.id):
        from council_tui.wording.papers import polls

        for at, words in polls.moments(meeting, poll):
            yield line(meeting, at, words)


def _first(meeting: MeetingView, label: str, vote: VoteView) -> str:
    """The vote in one breath, as it ended first: how, what came of it, who answered what."""
    text = _("Vote on {label}: {words}")
    if vote.abandoned is not None:
        return text.format(label=label, words=votes.abandoned(meeting, vote))
    if vote.closed is None:
        words = names.noted(_("the vote is open."), names.way_words(vote.opened.way))
        return text.format(label=label, words=words)
    papers = votes.papers_words(vote)
    if not papers:
        label = names.noted(label, names.way_words(vote.opened.way))
    parts = [
        papers,
        votes.special_rule(vote.rules) if vote.rules != meeting.rules else "",
        _verdict(vote),
        votes.named(meeting, vote),
        at_vote_words(meeting, vote.represented),
        votes.override(vote.closed) if vote.closed.override else "",
        late.late_words(meeting, vote.late),
    ]
    return text.format(label=label, words=names.sentences(parts))


def _changed(meeting: MeetingView, label: str, vote: VoteView, number: int) -> Iterator[Moment]:
    """One of a vote's corrections and recounts; and what the chair made of a tie that came of it."""
    before, after = (*vote.before, vote)[number : number + 2]
    _old, new = vote.corrections[number]
    words = recounts.recount(meeting, vote, number)
    if not words:
        told = _anew(meeting, before, replace(after, closed=new, casting=before.casting))
        words = mended.corrected(meeting, vote, number, told)
    yield labelled(meeting, new.at, label, words)
    if after.casting is not None and before.casting is None:
        yield labelled(meeting, after.casting.at, label, votes.verdict(after))


def _anew(meeting: MeetingView, before: VoteView, after: VoteView) -> str:
    """What a vote came to with other figures; papers and answers where they are others too."""
    papers, said = votes.papers_words(after), votes.named(meeting, after)
    same = papers == votes.papers_words(before)
    parts = [votes.verdict(after)] if same else [papers, _verdict(after)]
    return names.sentences([*parts, said if said != votes.named(meeting, before) else ""])


def _verdict(vote: VoteView) -> str:
    """The verdict behind another sentence."""
    words = votes.verdict(vote)
    return words[:1].upper() + words[1:]
