import { api } from "../data/api.ts";
import { commandOrToast } from "../data/outbox.ts";
import { get } from "../data/store.ts";

/** What a person does with a conversation besides writing. Each is a command; its outcome is seen on the live stream. */

const act = (conversation: string, verb: string, body: object = {}) =>
  commandOrToast((id) => api.command(conversation, verb, { id, ...body }));

export const assignAgent = (conversation: string, agent: string) => act(conversation, "assign", { agent });
export const assignTeam = (conversation: string, team: string) => act(conversation, "assign", { team });
export const backToQueue = (conversation: string) => act(conversation, "unassign");
export const standing = (conversation: string, channel: string, identity: string, standing: "active" | "removed") =>
  act(conversation, "participant", { channel, identity, standing });

export async function take(conversation: string): Promise<void> {
  const me = get().me;
  if (me && get().thread?.data?.row.assignee !== me.agent) await assignAgent(conversation, me.agent);
}
