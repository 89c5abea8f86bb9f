"""The single transferable vote by the Scottish rules.

Source: The Scottish Local Government Elections Order 2007, SSI 2007/42, schedule 1, rules 47 to 52.
Quota: valid papers / (seats + 1), cut off, and one more. A surplus goes on from every paper held, at
(surplus x the paper's value when received) / votes credited, cut off at five decimals; what is cut off
joins the non-transferable. The largest surplus first, all surpluses before an exclusion; the lowest is
excluded, one at a time, and the papers go on at the value at which they were received. No transfer once
the last vacancies can be filled (rule 52). Equal surpluses or equal lowest: the most recent earlier
stage at which they differed, else lot (rules 49 and 51). Those elected at one stage stand in the order
of their surpluses.

With `Terms.exact` nothing is cut off.
"""

from collections.abc import Iterable
from fractions import Fraction

from council_tui.domain.tally import piles, ties
from council_tui.domain.tally.asked import check, check_strict
from council_tui.domain.tally.flaws import BadBallots, Flaw
from council_tui.domain.tally.model import (
    Broken,
    Elected,
    Event,
    Excluded,
    Form,
    Method,
    NonTransferable,
    Ranked,
    Result,
    Round,
    Stake,
    Terms,
    Tie,
    Transferred,
    Why,
)

UNIT = 100_000
"""Transfer values are cut off at five decimals."""
ONE = Fraction(1)


def transfer_value(surplus: Fraction, value: Fraction, votes: Fraction, exact: bool) -> Fraction:
    """What a paper of a `value` is worth after a surplus went on (rule 48)."""
    found = Fraction(surplus * value, votes)
    return found if exact else Fraction(found.numerator * UNIT // found.denominator, UNIT)


class Count:
    """A count while it runs: who stands, whose papers lie where, and what each candidate is credited with."""

    def __init__(self, ballots: Ranked, terms: Terms):
        self.terms = terms
        self.standing = piles.places(len(ballots.candidates), ballots.standing)
        self.piles: dict[int, dict[Fraction, list[piles.Paper]]] = {each: {} for each in ballots.standing}
        self.figures = dict.fromkeys(ballots.standing, Fraction(0))
        self.elected: list[int] = []
        self.owed: set[int] = set()
        """The elected whose surplus has not gone on yet."""
        self.rounds: list[Round] = []
        self.ties: list[Tie] = []
        self._deal(ballots.papers.items(), ONE)
        self.valid = int(sum(self.figures.values()))
        self.quota = self.valid // (terms.seats + 1) + 1

    @property
    def continuing(self) -> list[int]:
        """Those who are neither elected nor excluded."""
        return [each for each in self.figures if self.standing[each]]

    @property
    def vacancies(self) -> int:
        """Seats that nobody has yet."""
        return self.terms.seats - len(self.elected)

    def close_stage(self, happened: list[Event]) -> None:
        """Elect who has reached the quota, and the last ones if no more stand than there are vacancies."""
        lost = Fraction(self.valid - sum(self.figures.values()))
        happened += [NonTransferable(lost)] if self.rounds else []
        happened += self._elect([c for c in self.continuing if self.figures[c] >= self.quota], Why.QUOTA)
        if len(self.continuing) <= self.vacancies:
            happened += self._elect(self.continuing, Why.LAST_VACANCIES)
        self.rounds.append(Round(dict(self.figures), tuple(happened)))

    def next_stage(self) -> bool:
        """The next surplus goes on, or the lowest is excluded; False where a tie stops the count."""
        chosen = self._largest() if self.owed else self._lowest()
        if chosen is None:
            return False
        self.close_stage([self._transfer(chosen) if self.owed else self._exclude(chosen)])
        return True

    def _elect(self, candidates: list[int], why: Why) -> list[Event]:
        order = ties.in_order(candidates, self.figures, self.terms.lot)
        for each in order:
            self.standing[each] = False
        self.elected += order
        self.owed |= {each for each in order if self.figures[each] > self.quota}
        return [Elected(each, why) for each in order]

    def _deal(self, papers: Iterable[piles.Paper], value: Fraction) -> None:
        """Papers go to their next available preference and are credited at `value`."""
        for candidate, pile in enumerate(piles.deal(papers, self.standing)):
            if pile and candidate != piles.NOBODY:
                held = self.piles[candidate]
                held.setdefault(value, []).extend(pile)
                self.figures[candidate] += value * piles.number(pile)

    def _transfer(self, candidate: int) -> Transferred:
        votes, exact = self.figures[candidate], self.terms.exact
        surplus = votes - self.quota
        self.owed.remove(candidate)
        for value, papers in self.piles.pop(candidate).items():
            self._deal(papers, transfer_value(surplus, value, votes, exact))
        self.figures[candidate] = Fraction(self.quota)
        return Transferred(candidate, surplus, transfer_value(surplus, ONE, votes, exact))

    def _exclude(self, candidate: int) -> Excluded:
        votes = self.figures[candidate]
        self.standing[candidate] = False
        self.figures[candidate] = Fraction(0)
        for value, papers in sorted(self.piles.pop(candidate).items(), reverse=True):
            self._deal(papers, value)
        return Excluded(candidate, votes)

    def _largest(self) -> int | None:
        largest = max(self.figures[each] for each in self.owed)
        return self._one([each for each in self.owed if self.figures[each] == largest], Stake.SURPLUS)

    def _lowest(self) -> int | None:
        """Who is excluded; of several without any vote the first, where all of them will be."""
        continuing = self.continuing
        lowest = min(self.figures[each] for each in continuing)
        tied = [each for each in continuing if self.figures[each] == lowest]
        if lowest == 0 and not self.terms.lot and len(continuing) - len(tied) >= self.vacancies:
            return ties.looked_back(tied, self.rounds, Stake.EXCLUSION)[0]
        return self._one(tied, Stake.EXCLUSION)

    def _one(self, tied: list[int], stake: Stake) -> int | None:
        if len(tied) == 1:
            return tied[0]
        tie = ties.fall(tied, stake, self.terms.lot, self.rounds)
        self.ties.append(tie)
        return tie.chosen[0] if tie.broken is not Broken.UNRESOLVED else None


def count(ballots: Ranked, terms: Terms) -> Result:
    """Count ranked papers. Raises BadBallots."""
    check(ballots, terms)
    check_strict(ballots)
    running = Count(ballots, terms)
    if not running.valid:
        raise BadBallots(Flaw.NO_PAPERS)
    running.close_stage([])
    while running.vacancies and running.next_stage():
        pass
    return Result(
        tuple(running.elected), tuple(running.rounds), tuple(running.ties), running.quota, running.valid
    )


METHOD = Method("stv", Form.RANKED, count)
