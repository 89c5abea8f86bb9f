"""`council-tui rules`: the rules shipped, what each says, and what one would decide.

What costs time to import is imported by the command that needs it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, spoken
from council_tui.cli.exits import Refused
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.rules import Count, FloorRules, Rules, Verdict


_FIGURE = click.IntRange(max=2**53)
"""What JSON and the record can hold exactly; a negative one is refused with the other impossible counts."""


@spoken.group("rules", N_("Rules for deciding: list them, show one, or ask what one would decide."))
def rules() -> None:
    """The rules, from the command line."""


@rules.command("list", help=N_("List the rules that are shipped."))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
def list_rules(as_json: bool) -> None:
    """Those in force, the old ones, and the floor rules."""
    from council_tui.intake import rules as shipped
    from council_tui.store import clock

    if as_json:
        found = [*map(_plain, shipped.presets()), *map(_plain, shipped.floor_presets())]
        answers.json(found)
        return
    today = clock.local(clock.now())[:10]
    for each in shipped.presets():
        if not each.is_old(today):
            answers.line(_line(each))
    _listed(_("Old rules, no longer in force:"), [each for each in shipped.presets() if each.is_old(today)])
    _listed(_("Floor rules:"), shipped.floor_presets())


def _listed(title: str, found: "list[Rules] | tuple[FloorRules, ...]") -> None:
    if found:
        answers.line(f"\n{title}")
    for each in found:
        answers.line(_line(each))


def _line(found: "Rules | FloorRules") -> str:
    return f"{found.id:<28}{found.name(catalog.current())}"


def _plain(found: "Rules | FloorRules") -> Any:
    """As JSON has it, with the kind: whether it is how to decide or how to debate."""
    import json

    from council_tui.domain.rules import Rules, floor_text, rules_text

    if isinstance(found, Rules):
        return {"kind": "rules", **json.loads(rules_text(found))}
    return {"kind": "floor", **json.loads(floor_text(found))}


@rules.command("show", help=N_("Show one set of rules, its source and its dates."))
@click.argument("id")
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
def show_rules(id: str, as_json: bool) -> None:
    """Every setting in words."""
    from council_tui.wording import rules as wording

    found = _any_preset(id)
    if as_json:
        answers.json(_plain(found))
        return
    answers.line(_line(found))
    for label, words in wording.lines(found):
        answers.line(_("{label}: {words}").format(label=label, words=words))


def _any_preset(id: str) -> "Rules | FloorRules":
    from council_tui.domain.rules import UnknownRules
    from council_tui.intake import rules as shipped

    try:
        return shipped.floor_preset(id)
    except UnknownRules:
        return shipped.preset(id)


@rules.command("decide", help=N_("Say what a rule would decide on these counts, and why."))
@spoken.option("--rule", help=N_("The rules to use, by id."))
@spoken.option(
    "--quorum", multiple=True, help=N_('A gate for the quorum, as ">= 2/3 of roll"; repeat it for several.')
)
@spoken.option(
    "--carry", multiple=True, help=N_('A gate for the result, as "> 1/2 of present"; repeat it for several.')
)
@spoken.option("--roll", type=_FIGURE, help=N_("How many should attend."))
@spoken.option("--present", type=_FIGURE, help=N_("How many are present."))
@spoken.option("--yes", type=_FIGURE, help=N_("Votes for."))
@spoken.option("--no", type=_FIGURE, help=N_("Votes against."))
@spoken.option("--abstain", type=_FIGURE, help=N_("Members who abstain."))
@spoken.option("--roll-area", help=N_("Floor area of all who should take part, in square metres."))
@spoken.option("--present-area", help=N_("Floor area of those who took part."))
@spoken.option("--yes-area", help=N_("Floor area for."))
@spoken.option("--no-area", help=N_("Floor area against."))
@spoken.option("--abstain-area", help=N_("Floor area abstaining."))
@spoken.option(
    "--ballots",
    type=click.Path(path_type=Path),
    help=N_("Count owners' papers instead: a CSV with the columns unit, area, owner, vote."),
)
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_context
def decide(ctx: click.Context, /, as_json: bool, ballots: Path | None, **asked: Any) -> None:
    """One verdict with its reason; exit code 0 whatever it is."""
    from dataclasses import replace

    from council_tui.cli import owners
    from council_tui.domain.rules import check, judge
    from council_tui.wording import counts, gates

    rule = asked.pop("rule")
    chosen = _chosen(rule, asked.pop("quorum"), asked.pop("carry"))
    papers = owners.read(ballots, asked) if ballots else None
    count = (
        owners.judged(chosen, papers)
        if papers
        else check(replace(_count(ctx, asked), parties=bool(chosen.parties)))
    )
    verdict = judge(chosen, count)
    if as_json:
        answers.json({**_answer(rule, count, verdict), **owners.plain(papers)})
        return
    answers.line(counts.verdict_sentence(count, verdict))
    answers.line(gates.abstention_words(chosen))
    for line in owners.lines(papers, chosen):
        answers.line(line)


def _chosen(rule: str | None, quorum: tuple[str, ...], carry: tuple[str, ...]) -> "Rules":
    """The preset, or rules made of the gates given. Raises Refusal, or Refused for both or neither."""
    from council_tui.domain.gates import parse_gate
    from council_tui.domain.rules import Rules
    from council_tui.intake import rules as shipped

    if rule is not None and (quorum or carry):
        raise Refused(_("Give either --rule or gates of your own, not both."))
    if rule is not None:
        return shipped.preset(rule)
    if not carry:
        raise Refused(_("Give either --rule, or at least one --carry."))
    own = (("en", "own"),)
    return Rules("", own, tuple(map(parse_gate, quorum)), tuple(map(parse_gate, carry)))


def _count(ctx: click.Context, figures: dict[str, Any]) -> "Count":
    """The figures by heads, and by floor area where any area is given; an area left out is nought.

    Raises MissingParameter for a figure by heads that was left out.
    """
    from council_tui.domain.areas import parse_area
    from council_tui.domain.rules import Count

    for param in ctx.command.params:
        if param.type is _FIGURE and figures[str(param.name)] is None:
            raise click.MissingParameter(ctx=ctx, param=param)
    areas = {name.removesuffix("_area"): figures.pop(name) for name in [*figures] if name.endswith("_area")}
    if all(each is None for each in areas.values()):
        return Count(**figures)
    measured: dict[str, Any] = {name: parse_area(text or "0") for name, text in areas.items()}
    return Count(**figures, area=Count(**measured))


def _answer(rule: str | None, count: "Count", verdict: "Verdict") -> dict[str, object]:
    """The verdict as a program reads it; the reason is English in every language."""
    from council_tui.domain.areas import area_text
    from council_tui.domain.gates import Measure
    from council_tui.wording import counts

    with catalog.speaking("en"):
        reason = counts.verdict_sentence(count, verdict)
    by_area = {
        f"{name}_area": None if figure is None else area_text(figure)
        for part in verdict.parts
        if part.measure is Measure.AREA
        for name, figure in (
            ("quorum_needed", part.quorum_needed),
            ("needed", part.needed),
            ("denominator", part.denominator),
        )
    }
    return {
        "quorum_met": verdict.quorum_met,
        "quorum_needed": verdict.quorum_needed,
        "carried": verdict.carried,
        "needed": verdict.needed,
        "denominator": verdict.first.denominator,
        "base": verdict.first.base,
        "tie": verdict.tie,
        "reason": reason,
        "rule": rule,
        **by_area,
    }
