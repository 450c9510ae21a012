"""Why a claim is rated as it is, in sentences that an editor would sign (rating.md, section 12).

Each reason is a small function from what was weighed to its sentences; names are printed as they came. No sentence
says true or false, and none puts likelihood and confidence together.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.model import Discount, Evidence
from secondsource.rate.counting import counted_rows, possible_voices, soft_origin
from secondsource.rate.status import Case, confirming_rule, sides_on_record
from secondsource.rate.weights import Config, Origin

LISTED = 4  # names, and sentences of one kind, before "and n more"

CONFIRMED = {
    "a": "Confirmed because separate origins reach the reader separately, and a person lettered two of them or more.",
    "b": "Confirmed because opposite sides are on record about it and a second publication agrees.",
    "c": "Confirmed because the body whose act it is put it on record, and another origin agrees.",
}


def explain(case: Case) -> tuple[str, ...]:
    """The reasons in the order in which a reader asks for them; every sentence once."""
    return tuple(dict.fromkeys(sentence for reason in REASONS for sentence in reason(case)))


def discounted(case: Case) -> tuple[Discount, ...]:
    """Each piece of evidence that repeats something else, and what it repeats, in the order of the claim."""
    found = [row for row in case.rows if row.polarity and row.q < 1]
    return tuple(
        Discount(row.index, row.q, _repeated(row, case.config)) for row in sorted(found, key=lambda row: row.index)
    )


def say_origins(case: Case) -> list[str]:
    """How many independent origins there are, who they are, and through whom they reach the reader."""
    pro, least = case.weighed.pro, case.weighed.origins.min
    counted = counted_rows(pro, case.config)
    if not pro.rows:
        return ["Nothing here supports it."]
    if not counted:
        return [_say_soft(case)]
    names = {row.origin for row in counted}
    said = f"{least} independent {_plural('origin', least)}{':' if len(names) == least else ' among'} {_names(names)}"
    outlets = {row.outlet for row in counted}
    if least > 1 and len(outlets) == 1:
        return [f"{said}, all through one publication: {outlets.pop()}."]
    through, paths = _through(counted), case.weighed.origins.paths
    carried = {row.origin for row in counted if _is_carried(row)}
    whom = "" if carried == names else f" {_names(carried)}"
    sentences = [f"{said}{';' if whom else ','}{whom} through {through}." if through else f"{said}."]
    if paths < least:
        sentences.append(
            f"No more than {paths} of them {'reaches' if paths == 1 else 'reach'} the reader without sharing a "
            "publisher, an owner or a relay with another."
        )
    return sentences


def _say_soft(case: Case) -> str:
    """What there is where no hard row counts: one voice that may be an echo, or nobody."""
    origin = soft_origin(case.weighed.pro, case.config)
    if origin is None:
        return f"No independent origin can be shown: it rests on {_names(row.origin for row in case.weighed.pro.rows)}."
    if origin.ground == "own":
        return f"1 origin: {origin.name}, which does not say how it knows."
    through = _through([row for row in case.weighed.pro.rows if row.origin == origin.name])
    return f"1 origin: {origin.name}{f', through {through}' if through else ''}, which nobody has vetted."


def say_at_most(case: Case) -> list[str]:
    """How many origins there may be if those that cannot be told apart are different."""
    pro, origins = case.weighed.pro, case.weighed.origins
    if origins.max <= origins.min:
        return []
    counted = {row.origin for row in counted_rows(pro, case.config)}
    if not counted and origins.min and (soft := soft_origin(pro, case.config)) is not None:
        counted = {soft.name}
    others = [m for members in possible_voices(pro, case.config).values() if not counted & {*members} for m in members]
    if not others:
        return [f"Up to {origins.max} if the unnamed sources are different people."]
    if not any(pro.origins[name].identified for name in others):
        lead = f"Up to {origins.max}" if origins.min else f"At most {origins.max}"
        alone = not origins.min and len(others) == len(pro.origins)  # just named as what it rests on
        return [f"{lead}, since nobody is named behind {'it' if alone else _names(others)}."]
    if all(pro.origins[name].unnamed for name in others):
        return [f"Up to {origins.max} if the unnamed sources are different people: {_names(others)}."]
    return [f"Up to {origins.max} if these are independent as well: {_names(others)}."]


def say_one_voice(case: Case) -> list[str]:
    """Which origins were counted as one, and why."""
    parties: dict[str, list[Origin]] = {}
    unnamed: list[Origin] = []
    own: list[Origin] = []
    for name in sorted(case.weighed.pro.origins):
        origin = case.weighed.pro.origins[name]
        if origin.party is not None:
            parties.setdefault(origin.party, []).append(origin)
        if origin.unnamed:
            unnamed.append(origin)
        elif origin.ground == "own":
            own.append(origin)
    groups = [(members, f"both or all speak for {party}") for party, members in sorted(parties.items())]
    groups += [
        (unnamed, "they may be the same people"),
        (own, f"{'neither' if len(own) == 2 else 'none'} says how it knows"),
    ]
    return [
        f"Counted as one voice: {_names(member.name for member in members)} ({_both(reason, len(members))})."
        for members, reason in groups
        if len(members) > 1
    ]


def _both(reason: str, count: int) -> str:
    return reason.replace("both or all", "both" if count == 2 else "all")


def say_echoes(case: Case) -> list[str]:
    """What adds nothing, or little, because it repeats something else."""
    config = case.config
    echoes = [row for row in case.rows if row.polarity and row.q < 1]
    return [
        *_first("Adds nothing", [_repeated(row, config) for row in echoes if row.q < config.live]),
        *_first("Counts only in part", [_repeated(row, config) for row in echoes if row.q >= config.live]),
    ]


def _repeated(row: Evidence, config: Config) -> str:
    """What took the row's independence, without a full stop."""
    verb = "repeats" if row.q < config.live else "may repeat"
    return row.echo.strip().rstrip(".") or f"{row.outlet} {verb} an earlier report"


def _first(lead: str, echoes: list[str]) -> list[str]:
    found = sorted(set(echoes))
    more = [f"{lead}: {len(found) - LISTED} more."] if len(found) > LISTED else []
    return [*(f"{lead}: {echo}." for echo in found[:LISTED]), *more]


def say_on_record(case: Case) -> list[str]:
    """Which sides of the event speak of it under their own name."""
    sides = case.circumstances.sides
    if not any(sides):
        return []
    rows = [row for row in case.rows if row.polarity > 0]
    spoken = sides_on_record(rows, case.circumstances)
    if not spoken:
        which = {1: "the party concerned", 2: "either side"}.get(len(sides), "any side")
        return [f"No official of {which} has confirmed it in these documents."]
    said = f"On record about it: {_names(spoken.values())}"
    if len(spoken) == 1 and len(sides) == 2:
        return [f"{said}; no official of the other side has confirmed it in these documents."]
    return [f"{said}."]


def say_denials(case: Case) -> list[str]:
    """Every denial and every no-comment, whatever the status."""
    denied = [_denial(row) for row in case.rows if row.polarity < 0 and row.identified]
    loose = [
        f"A denial that nobody is named for: {row.origin}."
        for row in case.rows
        if row.polarity < 0 and not row.identified
    ]
    silent = sorted({row.origin for row in case.rows if row.polarity == 0})
    return list(dict.fromkeys([*denied, *loose, *([_silence(silent)] if silent else [])]))


def _silence(names: list[str]) -> str:
    """With "by" before each: a name may hold an "and" of its own."""
    by = [f"by {name}" for name in names]
    return f"Not confirmed and not denied {' or '.join(filter(None, (', '.join(by[:-1]), by[-1])))}."


def _denial(row: Evidence) -> str:
    verb = "Contradicted" if row.ground in ("own", "record") else "Denied"
    by = row.origin if row.party is None or row.party in row.origin else f"{row.origin} ({row.party})"
    reason = ", which has an interest in denying it" if row.interest == "would hide" else ""
    return f"{verb} by {by}{reason}."


def say_rule(case: Case) -> list[str]:
    """What the status word rests on, where the counts alone do not show it."""
    match case.status:
        case "confirmed":
            rule = confirming_rule(case.weighed, case.circumstances, case.config)
            return [CONFIRMED[rule]] if rule is not None else []
        case "disputed":
            return [f"Disputed: it is denied, and neither side outweighs the other by {case.config.close:g} or more."]
        case "refuted":
            return [
                "Refuted because what speaks against it outweighs the rest by far and is not only a party's denial."
            ]
        case "realised":
            return ["Realised: an event that matches the plan took place."]
        case "superseded":
            return ["Superseded: an event took place that contradicts the plan."]
        case "lapsed":
            return ["Lapsed: the time of the plan has passed, and no matching event is on record."]
        case _:
            return []


def say_no_likelihood(case: Case) -> list[str]:
    """Why no likelihood is given, where none is."""
    pro, con = case.weighed.pro, case.weighed.con
    hard = bool(pro.hard or con.hard)
    if case.likelihood is not None:
        return []
    if not pro.rows and not con.rows:
        return ["Likelihood not given: nothing speaks for it or against it."]
    if hard:
        return ["Likelihood not given: what there is on either side weighs too little to judge."]
    if any(row.identified and row.ground != "own" for row in (*pro.rows, *con.rows)):
        return ["Likelihood not given: no named source on either side comes through a vetted publication."]
    return ["Likelihood not given: no first-hand or named source on either side."]


def say_letters(case: Case) -> list[str]:
    """That nobody has judged the sources, where nobody has."""
    rows = case.weighed.pro.rows
    if rows and all(row.letter == "F" and row.outlet_letter == "F" for row in rows):
        return ["Nobody has judged the reliability of its sources yet (F)."]
    return []


REASONS = (
    *(say_origins, say_at_most, say_one_voice, say_echoes, say_on_record, say_denials),
    *(say_rule, say_no_likelihood, say_letters),
)


def _through(rows: list[Evidence]) -> str:
    """The publications, without those that are themselves the only origin they carry."""
    return _names(row.outlet for row in rows if _is_carried(row))


def _is_carried(row: Evidence) -> bool:
    return row.outlet not in row.origin or bool(row.via)


def _names(names: Iterable[str]) -> str:
    found = sorted(set(names))
    left = len(found) - LISTED
    if left > 0:
        return f"{', '.join(found[:LISTED])} and {left} more"
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1]))) if found else ""


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
