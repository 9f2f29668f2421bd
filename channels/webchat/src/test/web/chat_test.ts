import { choose, day, speak, t } from "../../main/web/i18n/i18n.ts";
import { pieces } from "../../main/web/chat/links.ts";
import { type Event, parser } from "../../main/web/chat/sse.ts";
import { Session, uuid } from "../../main/web/chat/session.ts";
import { type Line, Thread } from "../../main/web/chat/thread.ts";

// It outlives a run of the tests.
localStorage.clear();

function same(actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`expected ${e}, was ${a}`);
}

const line = (position: string, author: Line["author"], more: Partial<Line> = {}): Line => ({
  position, author, text: position, at: "2026-03-02T09:00:00Z", ...more,
});

Deno.test("events are read whatever pieces they come in", () => {
  const heard: Event[] = [];
  const take = parser((event) => heard.push(event));
  for (const char of "id: 7\r\nevent: line\r\ndata: {\"a\":1}\r\n\r\n: note\n\ndata: x\ndata: y\n\n") take(char);
  same(heard, [{ id: "7", name: "line", data: '{"a":1}' }, { id: "", name: "message", data: "x\ny" }]);
});

Deno.test("only http and https become links", () => {
  same(pieces("see https://a.example/x?y=1. or javascript:alert(1)"), [
    { text: "see " }, { text: "https://a.example/x?y=1", href: "https://a.example/x?y=1" }, { text: "." },
    { text: " or javascript:alert(1)" },
  ]);
});

Deno.test("Russian plurals", () => {
  speak("ru");
  same([1, 3, 5, 21].map((n) => t("waiting", n)), [
    "Нет соединения. Ждёт 1 сообщение.", "Нет соединения. Ждут 3 сообщения.", "Нет соединения. Ждут 5 сообщений.",
    "Нет соединения. Ждёт 21 сообщение.",
  ]);
  speak("en");
});

Deno.test("the visitor's language counts, else the first of the chat", () => {
  same(choose(["en", "ru"], ["de-DE", "ru-RU"]), "ru");
  same(choose(["ru", "en"], ["de"]), "ru");
});

Deno.test("days have names", () => {
  const now = new Date(2026, 2, 3, 0, 5).getTime();
  same(day(new Date(2026, 2, 3, 0, 1).toISOString(), now), "Today");
  same(day(new Date(2026, 2, 2, 23, 59).toISOString(), now), "Yesterday");
});

Deno.test("a line that comes twice is one line, and takes the waiting message with it", () => {
  const thread = new Thread(new Session("one"), () => {});
  thread.put({ id: "m1", text: "Hi", at: "2026-03-02T09:00:00Z", state: "sent" });
  thread.add([line("1", "contact", { key: "m1" })]);
  thread.add([line("1", "contact", { key: "m1" }), line("2", "bot")]);
  same(thread.lines.map((shown) => shown.position), ["1", "2"]);
  same(thread.waiting, []);
  same(thread.unread, 1);
  thread.show(true);
  same(thread.unread, 0);
});

Deno.test("buttons go once the visitor has spoken", () => {
  const thread = new Thread(new Session("two"), () => {});
  thread.add([line("1", "bot", { options: [{ token: "t", label: "Yes" }] })]);
  same(thread.options.length, 1);
  thread.put({ id: "m1", text: "Yes", pick: "t", at: "2026-03-02T09:00:00Z", state: "sending" });
  same(thread.options.length, 0);
});

Deno.test("what waited is still there after a reload, and goes out again", () => {
  const session = new Session("three");
  new Thread(session, () => {}).put({ id: "m1", text: "Hi", at: "2026-03-02T09:00:00Z", state: "sent" });
  same(new Thread(session, () => {}).waiting.map((message) => message.state), ["queued"]);
});

Deno.test("ids are UUIDs and bearers are 43 characters", () => {
  same(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid()), true);
  same(/^Bearer [A-Za-z0-9_-]{43}$/.test(new Session("four").headers().Authorization), true);
});
