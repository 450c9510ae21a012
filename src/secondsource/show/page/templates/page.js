"use strict";
// Filters the claim ledger. Without it the page is whole, only unfiltered.
document.documentElement.classList.remove("no-script");
const form = document.querySelector("form.filter");
if (form) {
  const facts = (row) => ({
    row,
    facts: { ...row.dataset },
    origins: Number(row.dataset.origins),
    parties: row.dataset.parties.toLowerCase(),
    words: row.textContent.toLowerCase(),
  });
  const batches = [...document.querySelectorAll(".ledger > tbody")]
    .map((body) => ({ body, rows: [...body.querySelectorAll("tr[data-status]")].map(facts) }))
    .filter(({ rows }) => rows.length);
  const all = batches.reduce((sum, { rows }) => sum + rows.length, 0);
  const told = document.getElementById("ledger-count");
  const rowHeight = 3.9; // rem, of a row that is not laid out yet
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
    const party = wanted.party.trim().toLowerCase();
    const least = Number(wanted.least || 0);
    const most = wanted.most === "" ? Infinity : Number(wanted.most);
    const facets = ["status", "modality", "type", "contradicted"].filter((name) => wanted[name]);
    const matches = ({ facts, origins, parties, words: text }) =>
      facets.every((name) => facts[name] === wanted[name]) &&
      origins >= least &&
      origins <= most &&
      (!party || parties.includes(party)) &&
      words.every((word) => text.includes(word));
    let count = 0;
    for (const { body, rows } of batches) {
      const shown = rows.map(matches);
      const number = shown.filter(Boolean).length;
      count += number;
      // A batch without a match goes as a whole: of thousands of rows few are touched.
      body.hidden = !number;
      if (number) rows.forEach(({ row }, n) => (row.hidden = !shown[n]));
      body.style.containIntrinsicSize = `auto ${number * rowHeight}rem`;
    }
    told.textContent = count === all ? `all ${count} claims` : `${count} of ${all} claims`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  // A status on the front page leads to the ledger with only its claims.
  for (const link of document.querySelectorAll("a[data-facet]"))
    link.addEventListener("click", () => {
      form.reset();
      form.elements[link.dataset.facet].value = link.dataset.value;
      filter();
    });
}
