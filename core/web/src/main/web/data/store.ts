import { useEffect, useRef, useState } from "preact/hooks";
import type { Agent, Availability, Bootstrap, Channel, Conversation, Counts, Me, Message, Row, View } from "./model.ts";
import type { Link } from "./live.ts";
import type { Pending } from "./outbox.ts";
import { parse, type Route } from "./route.ts";

export interface List {
  view: View;
  q: string;
  status: "loading" | "ready" | "error";
  rows: Record<string, Row>;
  /** What is shown, in this order. Rows change in place at once; the order only when nobody is pointing at the list. */
  order: string[];
  stale: boolean;
  next?: string;
  more: "idle" | "loading" | "error";
}

export interface Thread {
  id: string;
  status: "loading" | "ready" | "missing" | "error";
  data?: Conversation;
  more: "idle" | "loading" | "error";
}

export type Overlay = "assign" | "close" | "start" | "settings" | "shortcuts" | "side" | "merge" | "availability";

export interface Toast {
  key: number;
  text: string;
  bad: boolean;
}

export interface State {
  route: Route;
  language: string;
  me?: Me;
  boot?: Bootstrap;
  /** The server said whether there is a session. */
  asked: boolean;
  failed: boolean;
  agents: Record<string, Agent>;
  counts?: Counts;
  link: Link;
  list: List;
  thread?: Thread;
  pending: Pending[];
  /** The message that the next reply answers. */
  answering?: Message;
  /** The row the keyboard stands on. */
  cursor?: string;
  overlay?: Overlay;
  toasts: Toast[];
}

export const emptyList = (view: View, q: string): List => ({
  view, q, status: "loading", rows: {}, order: [], stale: false, more: "idle",
});

let state: State = {
  route: parse(location.pathname),
  language: "en",
  asked: false,
  failed: false,
  agents: {},
  link: "connecting",
  list: emptyList("mine", ""),
  pending: [],
  toasts: [],
};
const listeners = new Set<() => void>();

export const get = (): State => state;

export function set(patch: Partial<State>): void {
  state = { ...state, ...patch };
  for (const listener of [...listeners]) listener();
}

/** Re-renders when the chosen part changes by identity. */
export function use<T>(choose: (state: State) => T): T {
  const [, render] = useState(0);
  const part = choose(state);
  const last = useRef(part);
  last.current = part;
  const chooser = useRef(choose);
  chooser.current = choose;
  useEffect(() => {
    const changed = (): boolean => {
      try {
        return !Object.is(chooser.current(state), last.current);
      } catch {
        // What it was about is gone, as on signing out: the parent is drawn first and takes it away.
        return true;
      }
    };
    const check = () => {
      if (changed()) render((n) => n + 1);
    };
    listeners.add(check);
    check();
    return () => void listeners.delete(check);
  }, []);
  return part;
}

export const agentName = (id: string | undefined): string => (id && state.agents[id]?.name) || id || "";
export const teamName = (id: string | undefined): string => state.boot?.teams.find((t) => t.id === id)?.name ?? id ?? "";
export const channelOf = (id: string): Channel => state.boot?.channels.find((c) => c.id === id) ?? { id, type: id, title: id };

export function setPresence(agent: string, availability: Availability, load?: number): void {
  const known = state.agents[agent];
  if (known) set({ agents: { ...state.agents, [agent]: { ...known, availability, load: load ?? known.load } } });
}

let toastKey = 0;

/** Says something for a moment; bad news stays longer. */
export function toast(text: string, bad = false): void {
  const key = ++toastKey;
  set({ toasts: [...state.toasts.slice(-2), { key, text, bad }] });
  setTimeout(() => set({ toasts: state.toasts.filter((t) => t.key !== key) }), bad ? 8000 : 4000);
}
