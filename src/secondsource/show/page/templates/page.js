"use strict";
// Filters the claim ledger. Without it the page is whole, only unfiltered.
document.documentElement.classList.remove("no-script");
const form = document.querySelector("form.filter");
if (form) {
  const rows = [...document.querySelectorAll("#ledger-rows > tr[data-status]")].map((row) => ({
    row,
    words: row.textContent.toLowerCase(),
    shown: true,
  }));
  const told = document.getElementById("ledger-count");
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
    const least = Number(wanted.origins || 0);
    let count = 0;
    for (const each of rows) {
      const facts = each.row.dataset;
      const shown =
        (!wanted.status || facts.status === wanted.status) &&
        (!wanted.modality || facts.modality === wanted.modality) &&
        (!wanted.type || facts.type === wanted.type) &&
        (!wanted.contradicted || facts.contradicted === "yes") &&
        Number(facts.origins) >= least &&
        words.every((word) => each.words.includes(word));
      if (shown !== each.shown) each.row.hidden = !shown;
      each.shown = shown;
      count += shown;
    }
    told.textContent = `${count} of ${rows.length} claims shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
}
