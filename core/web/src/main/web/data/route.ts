import type { View } from "./model.ts";

export const VIEWS: View[] = ["mine", "unassigned", "all", "closed"];

export type Route = { page: "login" } | { page: "welcome" } | { page: "inbox"; view: View; id?: string };

/** Which page an address means; anything unknown is the inbox. */
export function parse(path: string): Route {
  const [first, view, id] = path.split("/").filter(Boolean);
  if (first === "login") return { page: "login" };
  if (first === "welcome") return { page: "welcome" };
  return { page: "inbox", view: VIEWS.find((v) => v === view) ?? "mine", id: id ? decodeURIComponent(id) : undefined };
}

export function address(route: Route): string {
  if (route.page !== "inbox") return `/${route.page}`;
  return `/inbox/${route.view}${route.id ? `/${encodeURIComponent(route.id)}` : ""}`;
}
