// A reader opens the room, searches in Russian, opens a document and follows a finding; every page is checked by axe.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

import { openRoom } from "./room.js";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let room;
let browser;

before(async () => {
  room = await openRoom();
  browser = await chromium.launch({
    executablePath: process.env.REGESTA_CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
});

after(async () => {
  await browser?.close();
  await room?.close();
});

/** Opens a page that fails the test on any script error and on any request to another host. */
async function open(t, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    // A page that says there is no such page is answered with 404, which the browser writes into its log.
    if (message.type() === "error" && !message.text().includes("404")) wrong.push(message.text());
  });
  page.on("request", (request) => request.url().startsWith(room.url) || wrong.push(`asked ${request.url()}`));
  t.after(() => assert.deepEqual(wrong, []));
  await page.goto(room.url + path);
  return page;
}

/** Fails on any serious violation of WCAG AA, and says where it is. */
async function accessible(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const serious = violations.filter((it) => ["serious", "critical"].includes(it.impact));
  const told = serious.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.html + "\n" + node.failureSummary).join("\n")}`);
  assert.deepEqual(told, [], page.url());
}

/** Fails where the page is wider than the window. */
async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${page.url()} is ${over} pixels too wide`);
}

/** Address of a document in two languages with a finding whose words are in its text. */
async function documentWithFinding(page) {
  await page.goto(`${room.url}/findings`);
  const addresses = await page.locator("a.go").evaluateAll((links) => links.map((it) => it.getAttribute("href")));
  for (const address of addresses) {
    await page.goto(room.url + address);
    const inText = await page.locator(".pair mark[data-f]").count();
    if (inText > 0) return address.replace(/\?.*/, "");
  }
  return assert.fail("no finding of the examples has its words in a text");
}

test("a reader searches in Russian, opens a document and follows a finding", async (t) => {
  const page = await open(t, "/");
  await page.getByRole("searchbox").waitFor();
  assert.match(await page.locator(".notice").innerText(), /invented/);
  await accessible(page);

  await page.keyboard.press("/");
  await page.keyboard.type("телеграмма");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=/);
  const hits = await page.locator(".entry").count();
  assert.ok(hits > 0, "no document has the word");
  assert.match(await page.locator("mark.hit").first().innerText(), /телеграмм/i);
  await accessible(page);

  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/document\//);
  assert.ok((await page.locator("[lang=ru]").count()) > 0, "no Russian text");
  await accessible(page);

  await page.goto(`${room.url}/findings`);
  await accessible(page);
  const link = page.locator("a.go").first();
  const anchor = new URL(await link.getAttribute("href"), room.url).hash;
  await link.click();
  await page.waitForURL(/#finding-/);
  await page.locator(anchor).waitFor({ state: "attached" });
  const box = await page.locator(anchor).boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 1000, "the words of the finding are out of sight");
});

test("original and translation stand side by side, and the keys choose between them", async (t) => {
  const page = await open(t, "/");
  const address = await documentWithFinding(page);
  await page.goto(room.url + address);
  const left = page.locator(".pair .cell.left").first();
  const right = page.locator(".pair .cell.right").first();
  const [one, other] = [await left.boundingBox(), await right.boundingBox()];
  assert.equal(one.y, other.y);
  assert.ok(one.x + one.width <= other.x);

  await page.keyboard.press("o");
  assert.ok(!(await right.isVisible()) && (await left.isVisible()));
  await page.keyboard.press("t");
  assert.ok((await right.isVisible()) && !(await left.isVisible()));
  await page.keyboard.press("b");
  assert.ok((await right.isVisible()) && (await left.isVisible()));
  await page.keyboard.press("]");
  await page.waitForURL(/#finding-/);
  await page.keyboard.press("c");
  assert.ok(await page.locator("#citation").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator("#citation").isVisible()));
});

test("a filter can be set and taken away, and a new question keeps it", async (t) => {
  const page = await open(t, "/search");
  const all = await page.locator("h1").innerText();
  await page.locator(".facets a[href*='language=ru']").click();
  assert.notEqual(await page.locator("h1").innerText(), all);
  await page.locator("#q").fill("1950");
  await page.keyboard.press("Enter");
  await page.waitForURL(/language=ru/);
  await page.locator(".chips a").first().click();
  assert.ok(!page.url().includes("language=ru"));
});

test("every kind of page fits every window, light and dark, and axe finds nothing serious", async (t) => {
  const scout = await open(t, "/");
  const document = await documentWithFinding(scout);
  const rule = await scout.goto(`${room.url}/findings`).then(() => scout.locator(".imprint a").first().getAttribute("href"));
  const person = await scout.goto(`${room.url}/persons`).then(() => scout.locator(".entry h2 a").first().getAttribute("href"));
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1400, 820, 390]) {
      const page = await open(t, "/", { colorScheme, viewport: { width, height: 900 } });
      for (const path of ["/", "/search", "/correspondence", "/correspondence/cited", "/correspondence/open-requests", "/correspondence/pairs", "/persons", person, "/findings", "/keys", "/nowhere", rule, document]) {
        await page.goto(room.url + path);
        await fits(page);
        await accessible(page);
      }
    }
  }
});

test("a person leads to a reply, and the reply to what it answers", async (t) => {
  const page = await open(t, "/persons");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/person\//);
  assert.ok((await page.locator(".forms-table tbody tr").count()) > 3);
  await page.goto(`${room.url}/correspondence`);
  await page.locator(".entry h2 a").first().click();
  const answered = page.locator(".relations .relation a").first();
  const title = await answered.textContent();
  await answered.click();
  assert.equal((await page.locator("h1").textContent()).trim(), title.trim());
  assert.match(await page.locator(".relations").first().textContent(), /answered by/);
});

test("the room works without scripts", async (t) => {
  const page = await open(t, "/search?q=1950", { javaScriptEnabled: false });
  await page.locator(".entry h2 a").first().click();
  await page.locator(".cite summary").click();
  assert.ok(await page.locator("#citation").isVisible());
  await page.goto(`${room.url}/search`);
  await page.locator(".facets a").first().click();
  assert.ok((await page.locator(".chips li").count()) > 0);
});
