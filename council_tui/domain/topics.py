"""What a screen looks at, and an act touches: screens look again when their topic changed."""

from enum import StrEnum


class Topic(StrEnum):
    """One for each column of the record."""

    COUNCIL = "council"
    PEOPLE = "people"
    AGENDA = "agenda"
    FLOOR = "floor"
    PROPOSALS = "proposals"
    VOTES = "votes"
    MINUTES = "minutes"
    PROMISES = "promises"
