"""The reliability picture: what was said of decided claims against the share that held up, drawn by Vega-Altair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair
from vl_convert import vegalite_to_svg

from secondsource.rate.calibration import bins_of

if TYPE_CHECKING:
    from secondsource.rate.calibration import Calibration

SIDE = 320  # points
COLOURS = ("#767676", "#1f5fa8")
_SHARE = altair.Scale(domain=[0, 1])


def reliability_picture(found: Calibration) -> str:
    """Give the picture as SVG: a mark for each bin of equal mass, and the line on which both are equal."""
    names = ("before", f"after, out of sample ({len(found.before)} claims)")
    bins = [
        {"when": name, "said": each.said, "held": each.held,
         "words": f"{each.count} claims: {each.said:.0%} given, {each.held:.0%} held up"}
        for name, judged in zip(names, (found.before, found.after), strict=True)
        for each in bins_of(judged)
    ]  # fmt: skip
    colour = altair.Color("when:N", title=None, sort=names, scale=altair.Scale(domain=names, range=COLOURS))
    marks = altair.Chart(altair.InlineData(bins)).encode(
        x=altair.X("said:Q", title="likelihood given", scale=_SHARE, axis=altair.Axis(format="%")),
        y=altair.Y("held:Q", title="share of the claims that held up", scale=_SHARE, axis=altair.Axis(format="%")),
        color=colour.legend(orient="bottom"),
        shape=altair.Shape("when:N", title=None, sort=names, scale=altair.Scale(domain=names)),
        description="words:N",
    )
    equal = altair.Chart(altair.InlineData([{"said": 0, "held": 0}, {"said": 1, "held": 1}])).mark_line(
        color="#999999", strokeDash=[4, 4]
    ).encode(x="said:Q", y="held:Q")  # fmt: skip
    title = "Reliability of likelihoods before and after calibration"
    held = marks.mark_line(point=altair.OverlayMarkDef(size=70))
    chart = altair.layer(equal, held).properties(width=SIDE, height=SIDE, title=title)
    svg: str = vegalite_to_svg(chart.to_dict())
    return svg + "\n"
