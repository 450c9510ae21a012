"use strict";
// Filters the claim ledger. Without it the page is whole, only unfiltered.
document.documentElement.classList.remove("no-script");
const form = document.querySelector("form.filter");
if (form) {
  const rows = [...document.querySelectorAll("#ledger-rows > tr[data-status]")].map((row) => ({
    row,
    facts: { ...row.dataset },
    origins: Number(row.dataset.origins),
    parties: row.dataset.parties.toLowerCase(),
    words: row.textContent.toLowerCase(),
  }));
  const told = document.getElementById("ledger-count");
  const batch = 400;
  let turn = 0;
  // Rows come back from the top, some at a time: laying out thousands at once would hold up the typing.
  const reveal = (hidden, mine) => {
    if (mine !== turn) return;
    for (const row of hidden.slice(0, batch)) row.hidden = false;
    if (hidden.length > batch) setTimeout(reveal, 0, hidden.slice(batch), mine);
  };
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
    const party = wanted.party.trim().toLowerCase();
    const least = Number(wanted.least || 0);
    const most = wanted.most === "" ? Infinity : Number(wanted.most);
    const facets = ["status", "modality", "type", "contradicted"].filter((name) => wanted[name]);
    const hidden = [];
    let count = 0;
    for (const { row, facts, origins, parties, words: text } of rows) {
      const shown =
        facets.every((name) => facts[name] === wanted[name]) &&
        origins >= least &&
        origins <= most &&
        (!party || parties.includes(party)) &&
        words.every((word) => text.includes(word));
      count += shown;
      if (!shown && !row.hidden) row.hidden = true;
      if (shown && row.hidden) hidden.push(row);
    }
    turn += 1;
    reveal(hidden, turn);
    told.textContent = count === rows.length ? `all ${count} claims` : `${count} of ${rows.length} claims`;
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
