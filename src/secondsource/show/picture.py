"""The reliability picture: what was said of decided claims against the share that held up, as SVG of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.rate.calibration import bins_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secondsource.rate.calibration import Bin, Calibration

SIDE, MARGIN, GROUND = 320, 48, 84  # points: the square, the room left of it and above, and the room below
BEFORE, AFTER = "#767676", "#1f5fa8"


def reliability_picture(found: Calibration) -> str:
    """Give the picture: a mark for each bin of equal mass, and the line on which both are equal."""
    width, height = SIDE + 2 * MARGIN, SIDE + MARGIN + GROUND
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="sans-serif" font-size="12" role="img">',
            "<title>Reliability of likelihoods before and after calibration</title>",
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *_axes(),
            *_marks(bins_of(found.before), BEFORE, hollow=True),
            *_marks(bins_of(found.after), AFTER, hollow=False),
            *_legend(len(found.before)),
            "</svg>",
            "",
        )
    )


def _x(share: float) -> float:
    return round(MARGIN + share * SIDE, 1)


def _y(share: float) -> float:
    return round(MARGIN + (1 - share) * SIDE, 1)


def _axes() -> Iterator[str]:
    yield f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#444"/>'
    yield f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4 4"/>'
    for tenth in (0, 2, 4, 6, 8, 10):
        share = tenth / 10
        yield f'<text x="{_x(share)}" y="{_y(0) + 16}" text-anchor="middle">{share:.0%}</text>'
        yield f'<text x="{MARGIN - 6}" y="{_y(share) + 4}" text-anchor="end">{share:.0%}</text>'
    yield f'<text x="{_x(0.5)}" y="{_y(0) + 36}" text-anchor="middle">likelihood given</text>'
    yield f'<text x="{MARGIN}" y="{MARGIN - 14}">share of the claims that held up</text>'


def _marks(bins: Sequence[Bin], colour: str, *, hollow: bool) -> Iterator[str]:
    points = " ".join(f"{_x(each.said)},{_y(each.held)}" for each in bins)
    yield f'<polyline points="{points}" fill="none" stroke="{colour}"/>'
    for each in bins:
        fill = "#fff" if hollow else colour
        says = f"{each.count} claims: {each.said:.0%} given, {each.held:.0%} held up"
        yield (
            f'<circle cx="{_x(each.said)}" cy="{_y(each.held)}" r="5" fill="{fill}" stroke="{colour}">'
            f"<title>{says}</title></circle>"
        )


def _legend(claims: int) -> Iterator[str]:
    y = MARGIN + SIDE + 62
    for x, colour, fill, text in (
        (MARGIN + 8, BEFORE, "#fff", "before"),
        (MARGIN + 90, AFTER, AFTER, f"after, out of sample ({claims} claims)"),
    ):
        yield f'<circle cx="{x}" cy="{y - 4}" r="5" fill="{fill}" stroke="{colour}"/>'
        yield f'<text x="{x + 12}" y="{y}">{text}</text>'
