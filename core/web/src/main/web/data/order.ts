import type { Counts, DeliveryState, Message, Row, View } from "./model.ts";

/** The order of a thread: `ord` sorts by length, then text. */
export function byOrd(a: { ord: string }, b: { ord: string }): number {
  return a.ord.length - b.ord.length || (a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : 0);
}

/** Newest activity first; the id settles equal times. */
export function byActivity(a: Row, b: Row): number {
  return Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.id < b.id ? 1 : -1);
}

export function belongs(row: Row, view: View, me: string): boolean {
  switch (view) {
    case "mine":
      return row.status === "open" && row.assignee === me && row.handler === "agent";
    case "unassigned":
      return row.status === "open" && (row.handler === "queue" || row.handler === "none");
    case "all":
      return row.status === "open";
    case "closed":
      return row.status === "closed";
  }
}

export const count = (counts: Counts, view: View): number | undefined => view === "closed" ? undefined : counts[view];

const RANK: Record<DeliveryState, number> = { queued: 0, sending: 1, unknown: 2, sent: 3, failed: 4, delivered: 5, read: 6 };

/** A delivery state only moves forward; a replayed older event changes nothing. */
export function forward(now: DeliveryState | undefined, next: DeliveryState | undefined): DeliveryState | undefined {
  if (!now || !next) return next ?? now;
  return RANK[next] >= RANK[now] ? next : now;
}

/** Adds or refreshes messages by id, in thread order. */
export function mergeMessages(known: Message[], arrived: Message[]): Message[] {
  const all = new Map(known.map((m) => [m.id, m]));
  for (const m of arrived) {
    const old = all.get(m.id);
    const state = forward(old?.state, m.state);
    const conversation = m.conversation ?? old?.conversation;
    all.set(m.id, { ...m, conversation, state, why: state === m.state ? m.why : old?.why });
  }
  return [...all.values()].sort(byOrd);
}

/** Adds events that are not there yet, in thread order. */
export function mergeEvents<E extends { ord: string; type: string }>(known: E[], arrived: E[]): E[] {
  const all = new Map(known.map((e) => [`${e.ord} ${e.type}`, e]));
  for (const e of arrived) all.set(`${e.ord} ${e.type}`, e);
  return [...all.values()].sort(byOrd);
}
