// Keys, light and dark, copying, and lighting the words a note answers to. Every page works without it.
"use strict";

const root = document.documentElement;
const reading = document.querySelector("[data-document]");
const steps = [...document.querySelectorAll("[data-step]")];

// Light and dark.
const theme = document.getElementById("theme");
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // The choice lasts as long as the page.
    }
  });
}

// On a narrow screen the filters begin folded.
const fold = document.querySelector("details.fold");
if (fold && matchMedia("(max-width: 56rem)").matches) fold.open = false;

// Copying.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1600);
  });
}

// A note and its words light each other.
const lit = (numbers, on) => {
  for (const it of document.querySelectorAll("[data-f]")) {
    if (it.dataset.f.split(" ").some((number) => numbers.includes(number))) it.classList.toggle("lit", on);
  }
};
for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(event, (it) => {
    const marked = it.target.closest?.("[data-f], a.n");
    const numbers = marked?.dataset.f ?? marked?.dataset.n;
    if (numbers) lit(numbers.split(" "), on);
  });
}

// A part of the page that an address leads to is never left folded; words in another part are fetched with it.
const arrive = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return;
  const place = document.getElementById(id);
  place?.closest("details")?.setAttribute("open", "");
  const finding = /^(?:finding|note)-(\d+)/.exec(id);
  if (!place && finding && reading && !new URLSearchParams(location.search).has("finding")) {
    location.replace(`?finding=${finding[1]}#${id}`);
  } else if (place && finding) {
    lit([finding[1]], true);
    place.scrollIntoView({ block: "center" });
  }
};
addEventListener("hashchange", () => {
  for (const it of document.querySelectorAll(".lit")) it.classList.remove("lit");
  arrive();
});
arrive();

// Columns.
const show = (columns) => {
  const link = document.querySelector(`.switch a[data-show="${columns}"]`);
  if (!link) return;
  reading.dataset.show = columns;
  for (const it of document.querySelectorAll(".switch a")) it.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  const address = new URL(location.href);
  if (columns === "both") address.searchParams.delete("show");
  else address.searchParams.set("show", columns);
  history.replaceState(null, "", address);
};
for (const link of document.querySelectorAll(".switch a[data-show]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(link.dataset.show);
  });
}

// Keys.
let here = -1;
const step = (by) => {
  if (!steps.length) return;
  here = Math.min(Math.max(here + by, 0), steps.length - 1);
  for (const it of document.querySelectorAll(".here")) it.classList.remove("here");
  const it = steps[here];
  it.classList.add("here");
  const link = it.querySelector("h2 a, a.go");
  if (link) link.focus({ preventScroll: true });
  (reading ? it.firstElementChild : it).scrollIntoView({ block: reading ? "center" : "nearest" });
};
let finding = 0;
const turn = (by) => {
  if (!reading) {
    document.querySelector(by < 0 ? 'a[rel="prev"]' : 'a[rel="next"]')?.click();
    return;
  }
  const notes = [...document.querySelectorAll(".note")].map((it) => Number(it.dataset.f)).sort((a, b) => a - b);
  const now = /^#finding-(\d+)/.exec(location.hash);
  finding = now ? Number(now[1]) : finding;
  const next = by > 0 ? notes.find((it) => it > finding) : notes.findLast((it) => it < finding);
  if (next !== undefined) {
    finding = next;
    location.hash = `finding-${next}`;
  }
};
const keys = {
  "/": () => document.getElementById("q").select(),
  "?": () => document.querySelector('a[href="/keys"]').click(),
  j: () => step(1),
  k: () => step(-1),
  "[": () => turn(-1),
  "]": () => turn(1),
  o: () => show("original"),
  t: () => show("translation"),
  b: () => show("both"),
  c: () => {
    const cite = document.getElementById("cite");
    if (!cite) return;
    cite.open = !cite.open;
    if (cite.open) getSelection().selectAllChildren(document.getElementById("citation"));
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input, textarea, select");
  if (event.key === "Escape") {
    if (typing) event.target.blur();
    document.getElementById("cite")?.removeAttribute("open");
    return;
  }
  if (typing || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
});
