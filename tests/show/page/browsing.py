"""What the tests in the browser ask of a page that is open."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

# Two frames: one to scroll and one for what came into sight by that to be laid out.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation",
  event => console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`))"""
# Opens what is folded, and lays out what is out of sight.
UNFOLD = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const style = document.createElement("style");
  style.textContent = "* { content-visibility: visible !important }";
  document.head.append(style);
}"""


def watch(view: Page, file: Path) -> list[str]:
    """Give the list that all goes into that goes wrong from now on: violations, messages, errors, requests."""
    wrong: list[str] = []
    view.add_init_script(REPORT_VIOLATIONS)
    view.on("console", lambda message: wrong.append(message.text))
    view.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    view.on("request", lambda asked: None if asked.url.startswith(file.as_uri()) else wrong.append(asked.url))
    return wrong


def go(view: Page, file: Path, fragment: str = "") -> None:
    """Open the file anew, at the fragment where there is one."""
    view.goto("about:blank")
    view.goto(f"{file.as_uri()}{fragment}")
    view.evaluate(SETTLED)
