"""The form of one person, new or changed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from council_tui.domain.ids import PersonId
from council_tui.domain.people import PersonView
from council_tui.domain.roster import Category, skeleton
from council_tui.intake import pinyin
from council_tui.store.engine import Done
from council_tui.tui.fields import NO, YES, Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.tui.recorded import recorded
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.people import (
    NAME,
    PHONE,
    TITLE,
    PersonEntry,
    add_person,
    change_person,
    view_next_seat,
    view_people,
)
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.names import person_name
from council_tui.wording.parties import party_words
from council_tui.wording.roster import category_words


async def enter(screen: BaseScreen[Any], parties: Sequence[str]) -> PersonId | None:
    """Enter somebody new; `parties`: whom they may speak for, if the rules have any."""
    made: list[PersonId] = []
    seat = await screen.app.clerk.look(view_next_seat)
    blank = PersonEntry("", seat=seat)
    deed = recorded(screen, add_person, lambda values: [entry_of(values, blank)], _kept(made))
    known = await screen.app.clerk.look(view_people)
    fields = [*person_fields(blank, partial(_alike, known), new=True), *party_field(blank, parties)]
    form = Form(_("New person"), fields, deed, draft="people.person")
    await screen.app.push_screen_wait(form)
    return made[0] if made else None


def _kept(made: list[PersonId]) -> Callable[[Done], None]:
    return lambda done: made.append(done.value)


async def change(
    screen: BaseScreen[Any], person: PersonView, parties: Sequence[str], *, masked: bool
) -> None:
    """Change what is known of somebody; what the room may not see is not asked, and stays."""
    before = PersonEntry(
        name=person.name,
        latin=person.latin,
        title=person.title,
        title_2=person.title_2,
        organisation=person.organisation,
        phone=person.phone,
        seat=person.seat,
        category=person.category or str(Category.OTHER),
        votes=person.votes if person.seat is not None else True,
        party=person.party,
    )
    deed = recorded(screen, change_person, lambda values: [person.id, entry_of(values, before)])
    known = await screen.app.clerk.look(view_people)
    alike = partial(_alike, [each for each in known if each.id != person.id])
    asked = [*person_fields(before, alike, new=False), *party_field(before, parties)]
    fields = [each for each in asked if not (masked and each.name == "phone")]
    await screen.app.push_screen_wait(Form(person_name(person), fields, deed))


def _alike(people: Sequence[PersonView], typed: str) -> str:
    """That somebody else's name can hardly be told from what is typed."""
    wanted = skeleton(typed)
    twin = next((each for each in people if wanted and skeleton(each.name) == wanted), None)
    if twin is None:
        return ""
    if twin.seat is None:
        return _("Looks the same as {name}, who is known already.").format(name=twin.name)
    return _("Looks the same as {name}, seat {seat}.").format(name=twin.name, seat=twin.seat)


def person_fields(entry: PersonEntry, alike: Callable[[str], str], *, new: bool) -> list[Field]:
    """What is asked about a person; whom they speak for only once, since it never changes."""
    known = [str(each) for each in Category]
    codes = known if entry.category in known else [entry.category, *known]
    kinds = tuple((code, category_words(code)) for code in codes)
    votes = ((YES, pgettext("right to vote", "yes")), (NO, pgettext("right to vote", "no")))
    seat = str(entry.seat) if entry.seat is not None else ""
    speaks = Field("organisation", pgettext("people", "Speaks for"), longest=TITLE)
    return [
        Field(
            "name",
            pgettext("people", "Name"),
            initial=entry.name,
            longest=NAME,
            required=True,
            doubt=alike,
        ),
        Field(
            "latin",
            _("Latin name"),
            initial=entry.latin,
            longest=NAME,
            suggest=lambda typed: pinyin.latin(typed["name"].strip()) if typed["name"].strip() else "",
        ),
        Field("seat", pgettext("people", "Seat"), Kind.NUMBER, seat, longest=4, hint=_("none: a guest")),
        Field("category", pgettext("people", "Category"), Kind.CHOICE, entry.category, choices=kinds),
        Field("votes", pgettext("people", "Vote"), Kind.CHOICE, YES if entry.votes else NO, choices=votes),
        Field("title", pgettext("people", "Post"), initial=entry.title, longest=TITLE),
        Field("title_2", pgettext("people", "Post, 2nd"), initial=entry.title_2, longest=TITLE),
        *([speaks] if new else []),
        Field("phone", pgettext("people", "Phone"), initial=entry.phone, longest=PHONE),
    ]


def party_field(entry: PersonEntry, parties: Sequence[str]) -> list[Field]:
    """Which party of a joint meeting somebody speaks for; asked where there are any."""
    known = [*parties, *({entry.party} - {"", *parties})]
    choices = (("", pgettext("party", "none")), *((each, party_words(each)) for each in known))
    label = pgettext("people", "Party")
    return [Field("party", label, Kind.CHOICE, entry.party, choices=choices)] if known else []


def entry_of(values: Values, before: PersonEntry) -> PersonEntry:
    """What was typed; what was not asked stays."""
    return PersonEntry(
        name=values["name"],
        latin=values["latin"],
        title=values["title"],
        title_2=values["title_2"],
        organisation=values.get("organisation", before.organisation),
        phone=values.get("phone", before.phone),
        seat=values["seat"],
        category=values["category"],
        votes=values["votes"] == YES,
        party=values.get("party", before.party),
    )
