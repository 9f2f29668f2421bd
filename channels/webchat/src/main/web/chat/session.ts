import { load, save } from "./storage.ts";

/** A visitor who is signed in to the site, signed by the site's server. */
export interface User {
  userId: string;
  hmac: string;
  name?: string;
}

/** Who the visitor is: a random bearer of 256 bits, and perhaps the site's own id for them. */
export class Session {
  /** Where this visitor's things are kept. */
  readonly scope: string;
  private readonly token: string;

  constructor(channel: string, readonly user?: User) {
    this.scope = `frontdesk:${channel}:${user ? `user:${user.userId}` : "visitor"}:`;
    const key = `frontdesk:${channel}:token`;
    this.token = load(key) ?? fresh();
    save(key, this.token);
  }

  headers(): Record<string, string> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.token}` };
    if (this.user) {
      headers["X-Frontdesk-User"] = encodeURIComponent(this.user.userId);
      headers["X-Frontdesk-Hmac"] = this.user.hmac;
    }
    return headers;
  }
}

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

/** An id for a message. `crypto.randomUUID` is missing on plain-HTTP pages. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
