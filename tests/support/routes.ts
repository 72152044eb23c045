// Every route of src/app.rs with somebody who may see it: what has to be true of every page goes over this list.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { call } from "./api";

const OFFICE = "县政府办公室";

/** The people who open the pages: post and department. */
export const PEOPLE = {
  officer: ["填录人员", OFFICE],
  head: ["股室领导", OFFICE],
  coordinator: ["协调人", ""],
  security: ["安全管理员", ""],
  audit: ["审计管理员", ""],
  system: ["系统管理员", ""],
} as const;

export type Who = keyof typeof PEOPLE;

export interface Place {
  /** As src/app.rs writes it. */
  route: string;
  who: Who;
  /** The address; where it names a row, looked for as that person. */
  path: string | ((page: Page) => Promise<string>);
  /** Another view of a route that stands in the list already. */
  view?: string;
}

const first = async (page: Page, path: string) => {
  const { body } = await call(page, "GET", path);
  const [row] = Array.isArray(body) ? body : body.items;
  if (!row) throw new Error(`nothing in ${path}`);
  return row;
};

const article = (end: string) => async (page: Page) => `/articles/${(await first(page, "/articles")).id}${end}`;

const own = async (page: Page): Promise<number> => {
  const { body } = await call(page, "GET", "/departments");
  return body.find((one: { name: string }) => one.name === OFFICE).id;
};

const written = async (page: Page) => {
  const other = (await call(page, "GET", `/articles/${(await first(page, "/articles")).id}`)).body;
  const content = { ...other.content, title: "政务公开培训通知" };
  const made = await call(page, "POST", "/articles", { department_id: other.row.department_id, content });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return `/articles/${made.body.row.id}/edit`;
};

const draft = async (page: Page) => {
  const matrix = (await call(page, "GET", "/matrix")).body;
  const { column_id } = matrix.duties.find((one: { column_id?: number }) => one.column_id);
  const change = { kind: "rename_column", column: { id: column_id }, name: "改名后的栏目" };
  const sent = { reason: "机构改革，栏目更名", changes: [{ key: 1, change }] };
  const made = await call(page, "POST", "/matrix/drafts", sent);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return `/matrix/drafts/${made.body.id}`;
};

const collection = async (page: Page) => {
  const due = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const made = await call(page, "POST", "/roster-collections", { title: "年度工作机构表", due });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return `/roster/collections/${made.body.id}`;
};

// A part of the county where a page lists all of it: axe looks at every cell, and there are thousands.
export const PLACES: Place[] = [
  { route: "", who: "officer", path: "/" },
  { route: "", who: "coordinator", path: "/", view: "coordinator" },
  { route: "inbox", who: "head", path: "/inbox" },
  { route: "inbox/:id", who: "head", path: async (page) => `/inbox/${(await first(page, "/inbox")).id}` },
  { route: "articles", who: "officer", path: "/articles" },
  { route: "articles/new", who: "officer", path: "/articles/new" },
  { route: "articles/:id", who: "officer", path: article("") },
  { route: "articles/:id/edit", who: "officer", path: written },
  { route: "articles/:id/form", who: "officer", path: article("/form") },
  { route: "notifications", who: "officer", path: "/notifications" },
  { route: "password", who: "officer", path: "/password" },
  { route: "help", who: "officer", path: "/help" },
  { route: "*any", who: "officer", path: "/nowhere" },
  { route: "events", who: "officer", path: "/events" },
  { route: "events/new", who: "officer", path: "/events/new" },
  { route: "delegations", who: "head", path: "/delegations" },
  { route: "matrix", who: "coordinator", path: "/matrix?q=三农" },
  { route: "matrix", who: "coordinator", path: "/matrix?view=grid&q=三农", view: "grid" },
  { route: "matrix/annex", who: "coordinator", path: "/matrix/annex" },
  { route: "matrix/check", who: "coordinator", path: "/matrix/check?kind=name_conflict" },
  { route: "matrix/versions", who: "coordinator", path: "/matrix/versions" },
  { route: "matrix/drafts/:id", who: "coordinator", path: draft },
  {
    route: "matrix/duties/:id",
    who: "coordinator",
    path: async (page) => `/matrix/duties/${(await call(page, "GET", "/matrix")).body.duties[0].id}`,
  },
  { route: "calendar", who: "officer", path: "/calendar" },
  { route: "calendar", who: "coordinator", path: "/calendar?view=list&q=三农", view: "list" },
  { route: "calendar", who: "coordinator", path: "/calendar?view=ahead&q=三农", view: "ahead" },
  { route: "calendar", who: "officer", path: "/calendar?view=year", view: "year" },
  { route: "calendar", who: "coordinator", path: "/calendar?view=punctuality", view: "punctuality" },
  { route: "red-lines", who: "coordinator", path: "/red-lines" },
  { route: "overview", who: "coordinator", path: "/overview" },
  { route: "work-calendar", who: "coordinator", path: "/work-calendar" },
  { route: "terms", who: "coordinator", path: "/terms" },
  { route: "figures", who: "coordinator", path: "/figures" },
  { route: "evidence", who: "coordinator", path: "/evidence" },
  { route: "emergencies", who: "coordinator", path: "/emergencies" },
  { route: "ledger", who: "coordinator", path: "/ledger" },
  { route: "ledger/print", who: "officer", path: "/ledger/print" },
  { route: "ledger/verification", who: "audit", path: "/ledger/verification" },
  { route: "roster", who: "coordinator", path: "/roster" },
  { route: "roster/:id", who: "officer", path: async (page) => `/roster/${await own(page)}` },
  { route: "roster/print", who: "officer", path: async (page) => `/roster/print?department=${await own(page)}` },
  { route: "roster/collections", who: "coordinator", path: "/roster/collections" },
  { route: "roster/collections/:id", who: "coordinator", path: collection },
  { route: "people", who: "security", path: "/people" },
  { route: "backups", who: "system", path: "/backups" },
  {
    route: "people/:id/handover",
    who: "security",
    path: async (page) => `/people/${(await first(page, "/people?q=填录")).id}/handover`,
  },
];

/** The routes of the SPA, as its source names them. */
export function routesOfTheApp(): string[] {
  const source = readFileSync(new URL("../../src/app.rs", import.meta.url), "utf8");
  return [...source.matchAll(/<Route path=path!\("([^"]*)"\)/g)].map((found) => found[1]);
}

/** Opens it and waits until all of it is there. */
export async function open(page: Page, place: Place): Promise<void> {
  await page.goto(typeof place.path === "string" ? place.path : await place.path(page));
  await settled(page);
}

/** Waits until all of the page is there. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("main").getByRole("heading").first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".loading")).toHaveCount(0, { timeout: 30_000 });
  await page.waitForLoadState("networkidle");
}

/** By how many pixels the page can be scrolled sideways. */
export async function beside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
