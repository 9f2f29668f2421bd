import type { Bootstrap, Conversation, Decision, Form, Me, Message, Page, TimelineEvent, View, Person } from "./model.ts";

/** An answer that was not 2xx, or none at all (`status` 0). */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly retryAfter = 0) {
    super(message);
  }
}

let csrf = "";
let signedOut = () => {};

/** For the one call that is not made here. */
export const csrfToken = (): string => csrf;

/** Who is told when the session is gone. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET" && csrf) headers["X-CSRF-Token"] = csrf;
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    throw new ApiError(0, "unreachable", "");
  }
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json as T;
  if (answer.status === 401 && path !== "/api/login" && path !== "/api/welcome") signedOut();
  throw new ApiError(
    answer.status,
    json.error ?? "",
    json.message ?? "",
    Number(answer.headers.get("Retry-After")) || 0,
  );
}

async function session(answer: Promise<Me>): Promise<Me> {
  const me = await answer;
  csrf = me.csrf;
  return me;
}

const get = <T>(path: string) => call<T>("GET", path);
const post = <T>(path: string, body: unknown = {}) => call<T>("POST", path, body);
const one = (id: string) => `/api/conversations/${encodeURIComponent(id)}`;

export const api = {
  login: (agent: string, password: string) => session(post("/api/login", { agent, password })),
  welcome: (token: string, password?: string) => session(post("/api/welcome", { token, password })),
  logout: () => post("/api/logout"),
  me: () => session(get("/api/me")),
  change: (patch: { language?: string; password?: string; oldPassword?: string }) =>
    session(call("PATCH", "/api/me", patch)),
  availability: (availability: string) => session(call("PUT", "/api/me/availability", { availability })),
  heartbeat: () => post("/api/me/heartbeat"),
  bootstrap: () => get<Bootstrap>("/api/bootstrap"),
  list: (view: View, q: string, before?: string) => {
    const query = new URLSearchParams({ view, limit: "50" });
    if (q) query.set("q", q);
    if (before) query.set("before", before);
    return get<Page>(`/api/conversations?${query}`);
  },
  conversation: (id: string) => get<Conversation>(one(id)),
  older: (id: string, before: string) =>
    get<{ messages: Message[]; events: TimelineEvent[]; older?: string }>(
      `${one(id)}/messages?limit=50&before=${encodeURIComponent(before)}`,
    ),
  decision: (id: string) => get<Decision>(`${one(id)}/decision`),
  command: (conversation: string, verb: string, body: { id: string }) => post(`${one(conversation)}/${verb}`, body),
  forms: (channel: string) => get<{ forms: Form[] }>(`/api/channels/${encodeURIComponent(channel)}/forms`),
  people: (q: string) => get<{ contacts: Person[] }>(`/api/contacts?${new URLSearchParams({ q })}`),
  merge: (contact: string, body: { id: string; other: string }) => post(`/api/contacts/${encodeURIComponent(contact)}/merge`, body),
  unmerge: (contact: string, body: { id: string; merge: string }) => post(`/api/contacts/${encodeURIComponent(contact)}/unmerge`, body),
  start: (contact: string, body: { id: string; channel: string; text?: string }) =>
    post(`/api/contacts/${encodeURIComponent(contact)}/conversations`, body),
};
