import { go } from "../data/session.ts";
import { VIEWS } from "../data/route.ts";
import { shortcutsOn } from "../data/prefs.ts";
import { get, set } from "../data/store.ts";
import { take } from "./acts.ts";
import { openRow } from "./row.tsx";

/** Shortcuts by the place of the key (`event.code`): they are the same on a Russian layout. Off by the agent's wish. */

type Act = () => void;

export const FOCUS = "frontdesk:focus";

/** Asks the composer to take the focus for a reply or a note. */
export const compose = (verb: "reply" | "note") => dispatchEvent(new CustomEvent(FOCUS, { detail: verb }));

function step(by: 1 | -1): void {
  const { list, cursor, route } = get();
  const from = cursor ?? (route.page === "inbox" ? route.id : undefined);
  const at = list.order.indexOf(from ?? "");
  const next = list.order[at < 0 ? 0 : Math.min(list.order.length - 1, Math.max(0, at + by))];
  if (next) set({ cursor: next });
}

function view(by: 1 | -1): void {
  const at = VIEWS.indexOf(get().list.view);
  go({ page: "inbox", view: VIEWS[(at + by + VIEWS.length) % VIEWS.length], id: undefined });
}

const withThread = (act: (id: string) => void): Act => () => {
  const { thread } = get();
  if (thread?.data?.row.status === "open") act(thread.id);
};

const ACTS: Record<string, Act> = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyR: withThread(() => compose("reply")),
  KeyN: withThread(() => compose("note")),
  KeyA: withThread(() => set({ overlay: "assign" })),
  KeyI: withThread((id) => void take(id)),
  KeyE: withThread(() => set({ overlay: "close" })),
  BracketLeft: () => view(-1),
  BracketRight: () => view(1),
  Slash: () => document.getElementById("search")?.focus(),
};

/** What the cheat sheet lists; `modifier` is Ctrl or ⌘. */
export const SHEET = [
  { keys: "J K", text: "shortcuts.move" },
  { keys: "Enter", text: "shortcuts.open" },
  { keys: "Esc", text: "shortcuts.back" },
  { keys: "[ ]", text: "shortcuts.view" },
  { keys: "/", text: "shortcuts.search" },
  { keys: "R", text: "shortcuts.reply" },
  { keys: "N", text: "shortcuts.note" },
  { keys: "A", text: "shortcuts.assign" },
  { keys: "I", text: "shortcuts.take" },
  { keys: "E", text: "shortcuts.close" },
  { keys: "modifier Enter", text: "shortcuts.send" },
  { keys: "modifier Shift Enter", text: "shortcuts.send-close" },
  { keys: "?", text: "shortcuts.sheet" },
] as const;

const typing = (e: KeyboardEvent): boolean =>
  e.target instanceof HTMLElement && e.target.closest("input, textarea, select, [contenteditable]") !== null;

const pressing = (e: KeyboardEvent): boolean =>
  e.target instanceof HTMLElement && e.target.closest("button, a, [role=tab]") !== null;

export function back(): void {
  const { route } = get();
  if (route.page === "inbox" && route.id) go({ ...route, id: undefined });
}

function pressed(e: KeyboardEvent): void {
  if (e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey || document.querySelector("dialog[open]")) return;
  if (e.code === "Escape") return typing(e) ? (e.target as HTMLElement).blur() : back();
  const inList = e.target instanceof HTMLElement && e.target.role === "listbox";
  if (inList && (e.code === "ArrowDown" || e.code === "ArrowUp")) {
    e.preventDefault();
    return step(e.code === "ArrowDown" ? 1 : -1);
  }
  if (typing(e)) return;
  const { cursor } = get();
  if (e.code === "Enter" && cursor && !pressing(e)) return openRow(cursor);
  if (!shortcutsOn()) return;
  const sheet = e.key === "?" || (e.shiftKey && e.code === "Slash");
  const act = sheet ? () => set({ overlay: "shortcuts" }) : e.shiftKey ? undefined : ACTS[e.code];
  if (!act) return;
  e.preventDefault();
  act();
}

export function listenForKeys(): () => void {
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
