import { api, ApiError, onSignedOut } from "./api.ts";
import { clear, loadList } from "./list.ts";
import { Live } from "./live.ts";
import { hear } from "./hear.ts";
import type { Agent, Availability, Language, Me } from "./model.ts";
import { restorePending, resume } from "./outbox.ts";
import { recall, remember } from "./prefs.ts";
import { address, parse, type Route } from "./route.ts";
import { get, set, setPresence, toast } from "./store.ts";
import { openThread } from "./thread.ts";
import { setLanguage, t } from "../i18n/i18n.ts";

/** Signing in and out, addresses, and the life of the page between the two. */

const HEARTBEAT = 20_000;
let live: Live | undefined;
let heart = 0;

export function speak(language: string): void {
  setLanguage(language === "ru" ? "ru" : "en");
  remember("language", language);
  document.documentElement.lang = language;
  set({ language });
}

/** The first thing the page does. */
export async function start(): Promise<void> {
  speak(recall("language") ?? (navigator.language.startsWith("ru") ? "ru" : "en"));
  onSignedOut(leave);
  addEventListener("popstate", () => show(parse(location.pathname)));
  const route = parse(location.pathname);
  set({ route });
  if (route.page === "welcome") return;
  try {
    await enter(await api.me());
  } catch (e) {
    if ((e as ApiError).status !== 401) set({ failed: true });
  }
  set({ asked: true });
}

/** Signed in: read everything, listen, and go where the address points. */
export async function enter(me: Me): Promise<void> {
  speak(me.language);
  restorePending();
  await readAll();
  set({ me, failed: false });
  const route = get().route;
  go(route.page === "inbox" ? route : { page: "inbox", view: "mine" }, true);
}

async function readAll(): Promise<void> {
  live?.stop();
  const boot = await api.bootstrap();
  const agents: Record<string, Agent> = {};
  for (const agent of boot.agents) agents[agent.id] = agent;
  set({ boot, agents });
  live = new Live(boot.position, {
    event: (name, data) => name === "resync" ? void resync() : hear(name, data),
    link: (link) => {
      set({ link });
      if (link === "live") resume();
    },
    stillSignedIn: () => api.me().then((me) => (set({ me }), true), (e) => e.status !== 401),
  });
  clearInterval(heart);
  heart = setInterval(() => void api.heartbeat().catch(() => {}), HEARTBEAT);
}

/** The server cannot replay from here: read everything again. */
async function resync(): Promise<void> {
  const { list, thread } = get();
  try {
    await readAll();
    await Promise.all([loadList(list.view, list.q, true), thread && openThread(thread.id, true)]);
  } catch {
    set({ link: "reconnecting" });
    setTimeout(() => void resync(), 5000);
  }
}

function leave(): void {
  live?.stop();
  clearInterval(heart);
  clear();
  set({ asked: true, me: undefined, boot: undefined, thread: undefined, overlay: undefined, counts: undefined });
  const route = get().route;
  if (route.page === "inbox" && location.pathname !== "/login") history.replaceState(null, "", "/login");
  document.title = "Frontdesk";
}

export async function signOut(): Promise<void> {
  await api.logout().catch(() => {});
  leave();
}

/** Changes the address and shows what it means. */
export function go(route: Route, replace = false): void {
  const path = address(route);
  if (replace) history.replaceState(null, "", path);
  else if (path !== location.pathname) history.pushState(null, "", path);
  show(route);
}

function show(route: Route): void {
  set({ route, overlay: undefined });
  if (route.page !== "inbox" || !get().me) return;
  const { list, thread } = get();
  if (list.view !== route.view || !list.order.length) void loadList(route.view, list.view === route.view ? list.q : "");
  if (!route.id) set({ thread: undefined });
  else if (thread?.id !== route.id) void openThread(route.id);
}

export async function setAvailability(availability: Availability): Promise<void> {
  try {
    const me = await api.availability(availability);
    set({ me });
    setPresence(me.agent, me.availability);
  } catch {
    toast(t("error.availability"), true);
  }
}

export async function chooseLanguage(language: Language): Promise<void> {
  speak(language);
  if (get().me) set({ me: await api.change({ language }) });
}
