"""Our engine beside others: the same rulebook, the same interviews, the same answer."""

from __future__ import annotations

import gc
import importlib
import random
from typing import TYPE_CHECKING, Any

from advisor.engine import Engine
from advisor.engine.experta_shim import experta
from advisor.engine.network import Network
from advisor.explorer.columns import listed
from advisor.explorer.reading import Reading
from benchmarks.grown import grown, interview, size
from benchmarks.measure import Row, cpu, in_turn, rows
from benchmarks.work import Case, Evaluate, fired, work_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from advisor.explorer.reading import Fired as Masks
    from advisor.rulebook.rulebook import Rulebook
    from benchmarks.work import Fired, Work

    Build = Callable[[Work], Evaluate]

OURS, STOCK, CLIPS = "advisor", "experta, its own matcher", "CLIPS (clipspy)"
PEERS = {
    CLIPS: "clips",
    "CLIPS, equal conditions merged": "clips:merged",
    "JSON Logic (panzi-json-logic)": "json_logic",
    "business-rules": "business_rules",
    "zen-engine": "zen",
    "rule-engine": "rule_engine",
    "durable_rules": "durable",
}
SIZES = (150, 0, 1500, 5000)
"""Rules; 0 is the shipped rulebook as it is."""
STOCK_AT_MOST = 600
"""Rules beyond which experta's own matcher, which is quadratic, takes too long to wait for."""
SEED, CHECKED, TIMED, ROUNDS = 1, 40, 12, 3
BATCH = 100_000


def ours(work: Work) -> Evaluate:
    """The engine of the advisor."""
    engine = Engine(work.rulebook)
    return lambda case: fired(engine.evaluate(case.answers, lambda _: case.forms))


def stock(work: Work) -> Evaluate:
    """The same rules under the matcher that experta comes with."""
    kept = Network.__matcher__
    Network.__matcher__ = experta.KnowledgeEngine.__matcher__
    try:
        return ours(work)
    finally:
        Network.__matcher__ = kept


def by_masks(work: Work) -> Evaluate:
    """The explorer, on a batch of one."""
    reading = Reading(work.rulebook)
    return lambda case: _everything(work, reading.of(listed([case.answers])), case.forms)


def _everything(work: Work, masks: Masks, forms: tuple[str, ...]) -> Fired:
    """All that fires in the one answer set; reads the conditions as the rulebook has them."""
    book, names = work.rulebook, set[str]()
    for ways in book.ways_to_find.values():
        names |= {f"ways:{way}" for way, when in ways if masks.when(when)}
    for section in ("rules", "gates", "segments", "limits", "cautions", "places", "tasks"):
        for item in getattr(book, section).values():
            belongs = (item.form,) if section == "places" else getattr(item, "forms", forms)
            if (item.when or section == "tasks") and masks.when(item.when) and not set(forms).isdisjoint(belongs):
                names.add(f"{section}:{item.id}")
    return frozenset(names)


def cases(rulebook: Rulebook, count: int) -> list[Case]:
    """Random interviews with two forms in the advice."""
    chance = random.Random(SEED)
    return [Case(interview(rulebook, chance), tuple(chance.sample(list(rulebook.forms), 2))) for _ in range(count)]


def disagreement(one: Evaluate, other: Evaluate, over: list[Case]) -> str:
    """Empty when both say the same in every case; else how often not."""
    wrong = sum(one(case) != other(case) for case in over)
    return f"disagrees in {wrong} of {len(over)} interviews" if wrong else ""


def builders(rules: int) -> Iterator[tuple[str, Build]]:
    """Everything that can be held against ours at this size."""
    yield OURS, ours
    for name, module in PEERS.items():
        yield name, _peer(module)
    if rules <= STOCK_AT_MOST:
        yield STOCK, stock
    yield "explorer, one at a time", by_masks


def _peer(module: str) -> Build:
    """Imports the other engine when it is built, so that one that does not load shows up as such."""
    file, _, way = module.partition(":")

    def build(work: Work) -> Evaluate:
        peer: Any = importlib.import_module(f"benchmarks.peers.{file}")
        evaluate: Evaluate = getattr(peer, f"build_{way}" if way else "build")(work)
        return evaluate

    return build


def beside(shipped: Rulebook, rules: int) -> Mapping[str, list[Row]]:
    """The tables for one size."""
    work = work_of(grown(shipped, rules, SEED) if rules else shipped)
    title = f"{size(work.rulebook):,} rules{'' if rules else ' (the shipped rulebook)'}"
    built: dict[str, Evaluate] = {}
    sound: dict[str, Build] = {}
    failed: list[Row] = []
    for name, build in builders(size(work.rulebook)):
        try:
            built[name] = build(work)
            reason = disagreement(built[OURS], built[name], cases(work.rulebook, CHECKED))
        except Exception as error:  # noqa: BLE001 - whatever another engine raises is a result
            reason = f"cannot: {type(error).__name__}: {str(error)[:60]}"
        if reason:
            built.pop(name, None)
            failed.append(Row(name, None, note=reason))
        else:
            sound[name] = build
    gc.collect()
    gc.freeze()  # or one engine's garbage collections would walk through all the others' objects
    given = cases(work.rulebook, TIMED)
    runs = {name: (lambda number, run=run: run(given[number])) for name, run in built.items()}
    evaluated = in_turn(runs, ROUNDS, TIMED)
    builds = in_turn({name: (lambda _, build=build: build(work)) for name, build in sound.items()}, ROUNDS, 1)
    result = {
        f"One evaluation, {title}": rows(evaluated, CLIPS, {OURS: {0: 2.0, 5000: 0.9}.get(rules, 2.0)}) + failed,
        f"Building the network, {title}": rows(builds, CLIPS, {OURS: 0.5}),
    }
    rate = BATCH / evaluated[CLIPS][-1]
    result[f"Answer sets per second in batches of {BATCH:,}, {title}"] = batches(work, rate)
    gc.unfreeze()
    return result


def batches(work: Work, clips: float) -> list[Row]:
    """The explorer on many answer sets at once; the ratio is to what CLIPS takes for as many."""
    reading = Reading(work.rulebook)
    chance = random.Random(SEED)
    answers = [interview(work.rulebook, chance) for _ in range(1000)] * (BATCH // 1000)
    columns = listed(answers)
    alone = BATCH * BATCH / clips

    def headlines(masks: Masks) -> None:
        masks.headlines()

    def everything(masks: Masks) -> None:
        headlines(masks)
        for ways in work.rulebook.ways_to_find.values():
            for _, when in ways:
                masks.when(when)
        for when in work.rulebook.conclusions:
            masks.when(when)

    ways = {
        "explorer: headlines, masks given": lambda: headlines(reading.of(columns)),
        "explorer: all that fires and headlines, masks given": lambda: everything(reading.of(columns)),
        "explorer: all that fires and headlines, packing included": lambda: everything(reading.of(listed(answers))),
    }
    found = []
    for name, run in ways.items():
        times = [cpu(run) for _ in range(ROUNDS)]
        taken = sorted(times)[ROUNDS // 2]
        note = f"{BATCH / taken * 1000:,.0f} answer sets/s, {alone / taken:,.0f} times CLIPS"
        target = 1 / 2000 if "all that fires and headlines, masks" in name else None
        found.append(Row(name, taken, taken / alone, min(times) / alone, max(times) / alone, note, target))
    return found
