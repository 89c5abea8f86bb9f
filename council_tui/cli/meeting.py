"""`council-tui meeting`: the meetings on record, and one of them with its items, votes and actions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, paged, spoken
from council_tui.cli.opening import Chosen, record
from council_tui.cli.opening import meeting as meant
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.items import ItemView
    from council_tui.domain.meeting import MeetingLine, MeetingView
    from council_tui.domain.minutes import Sealed
    from council_tui.domain.polls import PollView
    from council_tui.domain.promises import ActionAssigned
    from council_tui.domain.stages import Decision, Ladder, Rung
    from council_tui.domain.votes import VoteClosed, VoteView


@spoken.group("meeting", N_("Meetings: list them, or show one."))
def meeting() -> None:
    """The meetings, from the command line."""


@meeting.command("list", help=N_("List the meetings, the latest first."))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_obj
def list_meetings(chosen: Chosen, as_json: bool) -> None:
    """Number, day, state and place of each."""
    from council_tui.usecases import council, meetings
    from council_tui.wording.bilingual import either
    from council_tui.wording.home import line_state

    with record(chosen) as store:
        found = store.reading(meetings.view_meetings, cancelled=True)
        whose = store.reading(council.view_council)
    lang = whose.lang if whose is not None else ""
    if as_json:
        answers.json([_listed(each) for each in found])
        return
    for each in found:
        starts, place = each.starts.replace("T", " "), either(each.place, each.place_2, lang)
        answers.line(f"{each.year}-{each.number:<4}{starts}  {line_state(each)}  {place}")


def _listed(line: "MeetingLine") -> dict[str, Any]:
    return {
        "meeting": f"{line.year}-{line.number}",
        "kind": line.kind,
        "starts": line.starts,
        "place": line.place,
        "place_2": line.place_2,
        "entered_afterwards": line.late,
        "state": line.state,
        "items": line.items,
        "versions_signed_off": line.sealed,
        "adopted": line.adopted,
        "cancelled": line.cancelled,
    }


@meeting.command("show", help=N_("Show one meeting: 3 for the third of the latest year, or 2023-3."))
@click.argument("number", required=False)
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_obj
def show(chosen: Chosen, number: str | None, as_json: bool) -> None:
    """Its head, its items with what was decided, and its actions."""
    with record(chosen) as store:
        held = meant(store, number)
    if as_json:
        answers.json(_whole(held))
        return
    for line in _lines(held):
        answers.line(line)


@meeting.command("sheet", help=N_("Write the blank tally sheet: to print, for when the laptop dies."))
@paged.options
@click.pass_obj
def sheet(chosen: Chosen, /, number: str | None, output: str, force: bool, **wanted: Any) -> None:
    """Also of a meeting that was not opened yet; nothing is recorded."""
    from council_tui.store import clock
    from council_tui.wording.tallysheet import compose_sheet

    asked = paged.Wanted(**wanted)
    with record(chosen) as store:
        held = meant(store, number)
    document = compose_sheet(held, asked.spoken, clock.local(clock.now()))
    content = asked.form.write(document, asked.page, None)
    path = paged.hand_out(content, output, force=force)
    if path is not None:
        told = _("Written: {path} ({size} bytes).")
        answers.line(told.format(path=path, size=len(content)))


def _lines(held: "MeetingView") -> Iterator[str]:
    from council_tui.domain.presence import attended, only_represented
    from council_tui.wording import names
    from council_tui.wording.bilingual import council_name

    yield _("{label}: {words}").format(label=council_name(held.council), words=_title(held))
    yield f"{names.day_in_full(held.plan.starts)} {held.plan.starts[11:16]}"
    yield names.said(held, held.plan.place, held.plan.place_2)
    counts = _("On the roll {roll}, present {present}, needed for a quorum {needed}.")
    if held.rules.parties:
        counts = _("On the roll {roll}, present {present}, parties needed {needed}.")
    needed = "-" if held.quorum_needed is None else held.quorum_needed
    there = len(attended(held)) + len(only_represented(held))
    yield counts.format(roll=len(held.roll), present=there, needed=needed)
    if held.proxies:
        from council_tui.wording.proxies import proxies_words

        yield _("By proxy: {names}").format(names=proxies_words(held))
    for item in held.items:
        yield from _item_lines(held, item)
    for action in held.actions:
        yield _action_line(held, action.fact)


def _title(held: "MeetingView") -> str:
    from council_tui.wording import names

    return names.title_numbered(held.year, held.number)


def _item_lines(held: "MeetingView", item: "ItemView") -> Iterator[str]:
    from council_tui.wording import names
    from council_tui.wording.papers import items, votes

    title = names.said(held, item.title, item.title_2)
    number = f" ({item.number})" if item.number else ""
    label = item.label or str(item.position + 1)
    outcome = f"  {names.outcome_words(item.settled.outcome)}" if item.settled is not None else ""
    yield f"{label:<4}{title}{number}{outcome}"
    yield from (f"    {words}" for words in votes.sentences(held, item))
    for motion in item.motions:
        if motion.ladder is not None:
            yield from (f"    {words}" for words in items.stage_points(held, item, motion.ladder))
    yield from (f"    {words}" for words in items.polled(held, item))


def _action_line(held: "MeetingView", action: "ActionAssigned") -> str:
    from council_tui.wording import names

    owner = names.said(held, action.organisation, action.organisation_2)
    person = names.name_of(held, action.person) if action.person is not None else ""
    task = names.said(held, action.task, action.task_2)
    who = names.noted(owner, person) if owner else person
    return f"{action.due or '-':<12}{task}  {who}".rstrip()


def _whole(held: "MeetingView") -> dict[str, Any]:
    from council_tui.cli import proxied
    from council_tui.domain.presence import attended, only_represented

    return {
        "meeting": f"{held.year}-{held.number}",
        "kind": held.kind,
        "starts": held.plan.starts,
        "place": held.plan.place,
        "state": held.state,
        "opened": held.opened_at or None,
        "adjourned": held.adjourned_at or None,
        "roll": len(held.roll),
        "present": len(attended(held)) + len(only_represented(held)),
        "proxies": proxied.plain(held),
        "quorum_needed": held.quorum_needed,
        "items": [_item(held, item) for item in held.items],
        "actions": [_action(held, each.fact) for each in held.actions],
        "signed_off": [_sealed(each.fact) for each in held.seals],
    }


def _sealed(seal: "Sealed") -> dict[str, Any]:
    return {"version": seal.version, "at": seal.at, "sha256": seal.sha256}


def _action(held: "MeetingView", action: "ActionAssigned") -> dict[str, Any]:
    owner = held.people.get(action.person) if action.person is not None else None
    return {
        "task": action.task,
        "organisation": action.organisation or None,
        "person": owner.person.name if owner is not None else None,
        "due": action.due or None,
    }


def _item(held: "MeetingView", item: "ItemView") -> dict[str, Any]:
    from council_tui.domain.polls import under

    return {
        "label": item.label or None,
        "number": item.number or None,
        "title": item.title,
        "title_2": item.title_2 or None,
        "outcome": item.settled.outcome if item.settled is not None else None,
        "resolution": item.settled.resolution if item.settled is not None else None,
        "stages": [_stages(motion.ladder) for motion in item.motions if motion.ladder is not None],
        "votes": [_vote(vote, vote.closed) for vote in item.votes if vote.closed is not None],
        "polls": [_poll(held, poll) for poll in under(held.polls, item.id)],
    }


def _stages(ladder: "Ladder") -> dict[str, Any]:
    """The stages of a proposal in order, and what was made public."""
    return {
        "stages": [_stage(ladder, rung) for rung in ladder.rungs],
        "published": {what: note.day for what, note in ladder.published.items()},
    }


def _stage(ladder: "Ladder", rung: "Rung") -> dict[str, Any]:
    """A stage: `opens` is the first day on which it may be decided, empty for the first, null while one
    before it is not carried."""
    from council_tui.domain.stagetexts import stage_rules

    decision, rules = rung.decision, stage_rules(rung.stage)
    return {
        "number": rung.number,
        "body": rung.stage.body,
        "body_2": rung.stage.body_2 or None,
        "rule": rules.id if rules is not None else None,
        "days": rung.stage.days,
        "opens": ladder.opens(rung),
        "carried": decision.carried if decision is not None else None,
        "decided": _decision(ladder, rung, decision) if decision is not None else None,
    }


def _decision(ladder: "Ladder", rung: "Rung", decision: "Decision") -> dict[str, Any]:
    """Figures, day and place; `reported` for what another body decided."""
    figures = ("roll", "present", "yes", "no", "abstain")
    meeting = "-".join(map(str, decision.meeting)) if decision.meeting is not None else None
    return {
        **{name: getattr(decision.count, name) for name in figures},
        "day": decision.day,
        "meeting": meeting,
        "place": decision.place or None,
        "reported": decision.vote is None,
        "early": ladder.early(rung, decision.day),
    }


def _poll(held: "MeetingView", poll: "PollView") -> dict[str, Any]:
    from council_tui.cli import polled

    return polled.plain(held, poll)


def _vote(vote: "VoteView", closed: "VoteClosed") -> dict[str, Any]:
    """Figures and verdict of a closed vote."""
    decided = ("quorum_met", "quorum_needed", "carried", "needed", "tie")
    return {
        "question": vote.opened.question,
        "way": vote.opened.way,
        "subject": vote.opened.subject,
        "present": count.present if (count := vote.count()) is not None else len(closed.presence),
        "by_proxy": len(vote.represented),
        **_figures(closed),
        **{name: getattr(closed, name) for name in decided},
        "announced": vote.announced,
        "entered_late": vote.late or None,
        **({"parties": _parties(vote)} if vote.rules.parties else {}),
        "reopened": vote.reopened.why if vote.reopened is not None else None,
        "corrected": len(vote.corrections) > len(_recounts(vote)),
        "recounts": _recounts(vote),
        "casting_vote": vote.casting.choice if vote.casting is not None else None,
    }


def _recounts(vote: "VoteView") -> list[dict[str, Any]]:
    """Each recount with the figures before it and its own."""
    pairs = zip(vote.corrections, vote.recounts, strict=True)
    return [
        {"before": _figures(old), "figures": _figures(new), "reason": fact.reason, "at": fact.at}
        for (old, new), fact in pairs
        if fact is not None
    ]


def _figures(closed: "VoteClosed") -> dict[str, Any]:
    names = ("yes", "no", "abstain", "not_voting", "invalid", "issued", "returned")
    return {name: getattr(closed, name) for name in names}


def _parties(vote: "VoteView") -> dict[str, str | None]:
    """Each party with its stand; null where it took none."""
    stands = {party: stand.stand for party, (_id, stand) in vote.stands.items()}
    return {party: stands.get(party) for party in vote.rules.parties}
