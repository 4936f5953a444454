"use strict";
(function () {
  const query = (new URLSearchParams(location.search).get("q") || "").trim();
  document.getElementById("q").value = query;
  if (!query) return;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const weights = { t: 8, n: 6, h: 3, s: 2 };
  const scored = [];
  for (const entry of JSON.parse(document.getElementById("index").textContent)) {
    let score = 0;
    let matched = 0;
    for (const word of asked) {
      let best = 0;
      for (const field in weights) {
        const words = fold(entry[field]).split(/[^\p{L}\p{N}]+/u);
        if (words.includes(word)) best = Math.max(best, weights[field]);
        else if (word.length > 2 && words.some((each) => each.startsWith(word))) best = Math.max(best, weights[field] / 2);
      }
      if (best) matched += word.length > 3 ? 1 : 0.2;
      score += best * (word.length > 3 ? 1 : 0.2);
    }
    if (matched >= 1 || (matched && asked.every((word) => word.length < 4))) scored.push([score + 10 * matched, entry]);
  }
  scored.sort((one, other) => other[0] - one[0]);
  const found = document.getElementById("found");
  const said = JSON.parse(found.dataset.words);
  found.textContent = scored.length ? said.some.replace("{count}", scored.length) : said.none;
  const list = document.getElementById("results");
  for (const [, entry] of scored.slice(0, 20)) {
    const point = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.a;
    link.textContent = entry.t;
    const answer = document.createElement("p");
    answer.textContent = entry.s;
    point.append(link, answer);
    list.append(point);
  }
  if (scored.length) document.getElementById("every").hidden = true;
})();
