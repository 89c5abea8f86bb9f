"""A file of ballot papers counted: what it was held to, every round, who won; line by line."""

from collections.abc import Iterator, Sequence

from council_tui.domain.tally.model import Form, Marked, Method, Ranked, Result, Terms
from council_tui.wording.catalog import _
from council_tui.wording.tallies import listed, method_words, round_lines, tie_words, winners_words


def lines(way: Method, ballots: Ranked | Marked, terms: Terms, result: Result) -> Iterator[str]:
    """The whole count, line by line."""
    names = ballots.candidates
    yield from _head(way, ballots, terms, result)
    for number, stage in enumerate(result.rounds, 1):
        yield ""
        yield from round_lines(names, way, number, stage)
        for tie in result.ties:
            if tie.round == number:
                yield from ("  " + words for words in tie_words(names, tie))
    yield from _unplaced(names, result)
    yield ""
    yield winners_words(names, way, result)


def _head(way: Method, ballots: Ranked | Marked, terms: Terms, result: Result) -> Iterator[str]:
    if ballots.title:
        yield ballots.title
    yield _("{label}: {words}").format(label=_("Method"), words=method_words(way.id))
    yield _("{label}: {words}").format(label=_("Valid papers"), words=result.valid)
    if way.form is Form.PRICED:
        yield _("{label}: {words}").format(label=_("Budget"), words=terms.budget)
    else:
        yield _("{label}: {words}").format(label=_("Seats"), words=terms.seats)
    if result.quota is not None:
        yield _("{label}: {words}").format(label=_("Quota"), words=result.quota)
    if isinstance(ballots, Ranked) and ballots.withdrawn:
        gone = listed(ballots.candidates, sorted(ballots.withdrawn))
        yield _("{label}: {words}").format(label=_("Withdrawn candidates"), words=gone)


def _unplaced(names: Sequence[str], result: Result) -> Iterator[str]:
    """A tie in the round that it keeps from being counted."""
    for tie in result.ties:
        if tie.round > len(result.rounds):
            yield from ("  " + words for words in tie_words(names, tie))
