import { api } from "./api.ts";
import type { Row, View } from "./model.ts";
import { belongs, byActivity } from "./order.ts";
import { emptyList, get, type List, set } from "./store.ts";

/** The list of conversations: pages by key, live rows, and an order that holds still under the pointer. */

let latest = 0;

const patch = (change: Partial<List>) => set({ list: { ...get().list, ...change } });

export const clear = (): void => set({ list: emptyList("mine", "") });

export async function loadList(view: View, q: string, quiet = false): Promise<void> {
  const ticket = ++latest;
  if (!quiet) set({ list: emptyList(view, q) });
  try {
    const page = await api.list(view, q);
    if (ticket !== latest) return;
    const rows = Object.fromEntries(page.rows.map((r) => [r.id, r]));
    set({
      counts: page.counts,
      list: { ...emptyList(view, q), status: "ready", rows, order: page.rows.map((r) => r.id), next: page.next },
    });
  } catch {
    if (ticket === latest && !quiet) patch({ status: "error" });
  }
}

export async function loadMore(): Promise<void> {
  const { list } = get();
  if (!list.next || list.more === "loading") return;
  const ticket = latest;
  patch({ more: "loading" });
  try {
    const page = await api.list(list.view, list.q, list.next);
    if (ticket !== latest) return;
    const now = get().list;
    const fresh = page.rows.filter((r) => !now.rows[r.id]);
    const rows = { ...now.rows };
    for (const row of fresh) rows[row.id] = row;
    patch({ rows, order: [...now.order, ...fresh.map((r) => r.id)], next: page.next, more: "idle" });
  } catch {
    if (ticket === latest) patch({ more: "error" });
  }
}

/** A row changed somewhere. What is shown changes in place; moving waits for {@link settle}. */
export function rowChanged(row: Row): void {
  const { list, me } = get();
  if (list.status !== "ready" || !me) return;
  const shown = list.rows[row.id] !== undefined;
  // A search is the server's to answer: rows it did not find do not walk in by themselves.
  if (!shown && (list.q || !belongs(row, list.view, me.agent))) return;
  patch({ rows: { ...list.rows, [row.id]: row }, stale: true });
}

/** How many rows wait to be let in. */
export function arrivals(list: List): number {
  return list.stale ? Object.keys(list.rows).length - list.order.length : 0;
}

/** Puts every row where it belongs now, and lets those go that belong elsewhere. */
export function settle(): void {
  const { list, me } = get();
  if (!list.stale || !me) return;
  const staying = Object.values(list.rows).filter((r) => belongs(r, list.view, me.agent)).sort(byActivity);
  patch({
    rows: Object.fromEntries(staying.map((r) => [r.id, r])),
    order: staying.map((r) => r.id),
    stale: false,
  });
}
