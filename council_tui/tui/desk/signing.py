"""Before the opening: names are typed or ticked, and the meeting is opened, or held as a talk."""

from textual.widgets import Input

from council_tui.domain.attendees import Attendee
from council_tui.store import clock
from council_tui.tui.desk.doors import Doors, inside
from council_tui.tui.desk.find import fitting, meant
from council_tui.tui.ime import ImeInput
from council_tui.tui.pages import signin
from council_tui.tui.widgets import roll
from council_tui.usecases import attendance
from council_tui.wording import names
from council_tui.wording.catalog import _


class Signing(Doors):
    """The sign-in: a field, whom it may mean, and the roll."""

    face: bool | None = None
    """Whether the sign-in is shown before the opening; None: from the day of the meeting on."""
    picked: int | None = None

    @property
    def signing(self) -> bool:
        """Whether the sign-in is what is seen."""
        held = self.view.meeting if self.view is not None else None
        if held is None or held.state is not None:
            return False
        if self.face is not None:
            return self.face
        due = held.plan.starts[:10] <= clock.now().date().isoformat()
        return bool(due or held.plan.late or any(each.steps for each in held.people.values()))

    @property
    def field(self) -> ImeInput:
        """Where names are typed."""
        return self.query_one("#who", ImeInput)

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.field.value.strip()

    @property
    def found(self) -> tuple[Attendee, ...]:
        """Whom it may mean."""
        return fitting(signin.listed(self.meeting), self.typed) if self.typed else ()

    @property
    def signed(self) -> signin.Signing:
        """Where the keys are."""
        return signin.Signing(self.typed, self.found, self.picked, self.ticking, self.stamp)

    def lay_field(self) -> None:
        """The field is in its place and has the keys, or is out of sight."""
        field = self.field
        wanted = self.signing and not self.app.clerk.read_only
        if field.display is not wanted:
            field.display = wanted
        if not wanted:
            self.ticking = None
            if self.focused is field:
                self.set_focus(None)
            return
        body = self.body.size
        field.styles.offset = (signin.FIELD, signin.field_row(self.meeting, (body.width, body.height)))
        field.styles.width = signin.ROOM
        if self.ticking is None and self.focused is not field:
            self.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Others are meant; a nought in the empty field is the next step."""
        event.stop()
        self.picked = None
        self.told = ""
        if self.typed == "0":
            self.field.value = ""
            self.call_later(self.action_next_step)
        elif self.view is not None:
            self.paint()

    def action_sign_in(self) -> None:
        """The sole match that is not here yet is signed in; else it is said what to do."""
        found = self.found
        if self.ticking is not None:
            self.action_door()
        elif self.picked is not None and self.picked < len(found):
            self._take(found[self.picked])
        elif (sole := meant(found, self.typed)) is not None:
            self._take(sole, sole=True)
        elif found:
            self.field.select_all()
            self.say(_("{count} people fit: choose with the arrows.").format(count=len(found)))
        elif signin.whole_name(self.typed):
            self.admit(self.typed)
        else:
            self.field.select_all()

    def action_take(self, number: int) -> None:
        """A click on somebody the name may mean."""
        if number < len(self.found):
            self._take(self.found[number])

    def _take(self, who: Attendee, *, sole: bool = False) -> None:
        """Sign in whoever is not here; of somebody who is, and was picked, ask what they do."""
        if not inside(who):
            self.field.value = ""
            self.act(attendance.sign_in, self.held, who.person.id)
        elif sole:
            self.field.select_all()
            text = _("{name} is here already ({mark}). Down, then Enter, for anything else.")
            self.say(text.format(name=names.person_name(who.person), mark=signin.mark(who)))
        else:
            self.field.value = ""
            self.ask_step(who)

    def action_leave_field(self) -> None:
        """What is typed is cleared; from the roll to the field; from the empty field to the agenda."""
        if self.typed:
            self.field.value = ""
        elif self.ticking is not None:
            self.action_tab()
        else:
            self.face = False
        self.paint()

    def action_door(self) -> None:
        """Before the opening to the sign-in, else somebody comes or goes."""
        if self.meeting.state is None and not self.signing:
            self.face = True
            self.paint()
        else:
            self.ask_door()

    def action_tab(self) -> None:
        """From the field to the roll, and back."""
        if self.ticking is not None:
            self.ticking = None
            self.set_focus(self.field)
        elif people := signin.listed(self.meeting):
            self.ticking = next((n for n, each in enumerate(people) if not each.steps), 0)
            self.set_focus(None)
        self.paint()

    def action_tick(self, number: int = -1) -> None:
        """Sign in whoever the mark is at, and go on to the next."""
        people = signin.listed(self.meeting)
        at = number if number >= 0 else self.ticking
        if at is None or at >= len(people):
            return
        if not people[at].present:
            self.act(attendance.sign_in, self.held, people[at].person.id)
        if self.ticking is not None:
            self.ticking = min(at + 1, len(people) - 1)
            self.paint()

    def walk(self, across: int, down: int) -> None:
        """The arrows: along the roll, or among those a name may mean."""
        if self.ticking is not None:
            body = self.body.size
            size = body.width, signin.roll_rows(self.meeting, self.signed, (body.width, body.height))
            count = len(signin.listed(self.meeting))
            self.ticking = roll.step(self.ticking, count, across, down, size)
        elif self.found and down:
            last = min(len(self.found), signin.MATCHES) - 1
            self.picked = max(0, min((-1 if self.picked is None else self.picked) + down, last))
        self.paint()
