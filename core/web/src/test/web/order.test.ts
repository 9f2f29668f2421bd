import { items } from "../../main/web/data/timeline.ts";
import type { Message, Row } from "../../main/web/data/model.ts";
import { belongs, byActivity, byOrd, forward, mergeEvents, mergeMessages } from "../../main/web/data/order.ts";
import { address, parse } from "../../main/web/data/route.ts";

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

const message = (id: string, ord: string, more: Partial<Message> = {}): Message => ({
  id, ord, conversation: "1", direction: "in", author: "contact", text: id, kind: "text", at: "2026-11-22T10:00:00Z", ...more,
});

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id, contact: { id: "c" }, channel: "site", status: "open", handler: "queue",
  lastAt: "2026-11-22T10:00:00Z", openedAt: "2026-11-22T10:00:00Z", ...more,
});

Deno.test("ord sorts by length first, so 9 comes before 10", () => {
  same(["10", "9", "110", "11"].map((ord) => ({ ord })).sort(byOrd).map((o) => o.ord), ["9", "10", "11", "110"]);
});

Deno.test("a message that comes twice is there once, and its state only moves forward", () => {
  const once = mergeMessages([], [message("b", "2", { state: "delivered" }), message("a", "1")]);
  const twice = mergeMessages(once, [message("b", "2", { state: "sent" })]);
  same(twice.map((m) => [m.id, m.state]), [["a", undefined], ["b", "delivered"]]);
});

Deno.test("delivered after failed stands, sent after delivered does not", () => {
  same([forward("failed", "delivered"), forward("delivered", "sent"), forward(undefined, "queued")], ["delivered", "delivered", "queued"]);
});

Deno.test("two events of one batch share an ord and both stay", () => {
  const events = [{ ord: "5", type: "routed" }, { ord: "5", type: "queued" }];
  same(mergeEvents(events, events).length, 2);
});

Deno.test("what a bot holds is neither mine nor unassigned", () => {
  const held = row("1", { handler: "bot" });
  same((["mine", "unassigned", "all", "closed"] as const).filter((view) => belongs(held, view, "anna")), ["all"]);
});

Deno.test("newest activity comes first, the id settles a tie", () => {
  const rows = [row("1"), row("3"), row("2", { lastAt: "2026-11-22T11:00:00Z" })];
  same(rows.sort(byActivity).map((r) => r.id), ["2", "3", "1"]);
});

Deno.test("days divide the thread and a run of one voice is one group", () => {
  const messages = [
    message("a", "1"), message("b", "2"),
    message("c", "3", { direction: "out", author: "bot" }),
    message("d", "4", { at: "2026-11-24T10:00:00Z" }),
  ];
  same(items(messages, [], []).map((i) => i.kind === "message" ? i.first : i.kind), ["day", true, false, true, "day", true]);
});

Deno.test("a line on its way leaves when its message is there", () => {
  const line = { id: "u", conversation: "1", verb: "reply" as const, text: "x", at: "2026-11-22T10:00:00Z", state: "sending" as const };
  same(items([], [], [line]).map((i) => i.kind), ["day", "pending"]);
  same(items([message("m", "1", { command: "u" })], [], [line]).map((i) => i.kind), ["day", "message"]);
});

Deno.test("addresses read back as they were written, unknown ones are the inbox", () => {
  same(parse(address({ page: "inbox", view: "all", id: "a/1" })), { page: "inbox", view: "all", id: "a/1" });
  same([parse("/").page, parse("/nonsense").page, parse("/login").page, parse("/welcome").page], ["inbox", "inbox", "login", "welcome"]);
});

Deno.test("a conversation opens before the message that opened it, after what was said before", () => {
  const messages = [message("old", "1", { conversation: "0" }), message("new", "2")];
  const shown = items(messages, [{ ord: "3", type: "opened", at: "2026-11-22T10:00:00Z", conversation: "1" }], []);
  same(shown.map((i) => i.kind === "message" ? i.key : i.kind), ["day", "old", "event", "new"]);
});

Deno.test("the messages of an album are one item, and what came in between stays below it", () => {
  const messages = [message("a", "1", { album: "x" }), message("b", "2", { album: "x" }), message("c", "3"), message("d", "4", { album: "x" }), message("e", "5", { album: "y" })];
  const shown = items(messages, [], []).flatMap((i) => i.kind === "message" ? [[i.message.id, ...i.rest.map((m) => m.id)]] : []);
  same(shown, [["a", "b", "d"], ["c"], ["e"]]);
});
