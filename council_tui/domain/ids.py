"""The ids of what the record holds: running numbers, one series a table."""

from typing import NewType

Seq = NewType("Seq", int)
"""An entry of the journal, from 1."""
PersonId = NewType("PersonId", int)
NamedId = NewType("NamedId", int)
"""One name of a person: the `person_named` fact that was in force."""
MeetingId = NewType("MeetingId", int)
ItemId = NewType("ItemId", int)
ProposalId = NewType("ProposalId", int)
VoteId = NewType("VoteId", int)
PollId = NewType("PollId", int)
OwnerId = NewType("OwnerId", int)
RulesId = NewType("RulesId", int)
"""One version of the council's rules: a `rules_chosen` fact."""
SealId = NewType("SealId", int)
"""One sealed version of a meeting's papers."""

NOBODY = PersonId(0)
"""Who sat at the keyboard before anybody was named: printed "set-up"."""
