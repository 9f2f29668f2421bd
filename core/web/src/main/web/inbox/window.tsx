import type { Row } from "../data/model.ts";
import { channelOf, get } from "../data/store.ts";
import { Icon } from "../primitives/icon.tsx";
import { useMinute } from "./minute.ts";
import { span, t } from "../i18n/i18n.ts";

/** How long the contact may still be answered freely, in milliseconds; 0 and below: no more. Undefined: always. */
export function windowLeft(row: Row): number | undefined {
  const { replyWindow } = channelOf(row.channel);
  if (replyWindow === undefined) return undefined;
  return (row.heardAt ? Date.parse(row.heardAt) : 0) + replyWindow - Date.now();
}

export const windowClosed = (row: Row): boolean => (windowLeft(row) ?? 1) <= 0;

/** An open window that is about to close. */
export function windowEnding(row: Row): boolean {
  const left = row.status === "open" ? windowLeft(row) : undefined;
  return left !== undefined && left > 0 && left <= (get().boot?.windowFirst ?? 0);
}

/** What is left of the window, beside the box to write in. */
export function WindowClock({ row }: { row: Row }) {
  useMinute();
  const left = windowLeft(row);
  if (left === undefined) return null;
  const look = left <= 0 ? "over" : windowEnding(row) ? "ending" : "";
  return (
    <p class={`window-clock ${look}`} role={look ? "status" : undefined}>
      <Icon name={look === "over" ? "alert" : "clock"} size={14} />
      <span>{left <= 0 ? t("window.closed") : t("window.left", { time: span(left) })}</span>
    </p>
  );
}
