import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };

/** Texts, plurals and dates of the agent's language. A plural is an object keyed by CLDR category, chosen by `n`. */

export type Key = keyof typeof en;
type Text = string | Record<string, string>;
type Args = Record<string, string | number>;

const catalogues = { en, ru } as unknown as Record<"en" | "ru", Record<Key, Text>>;
let language: "en" | "ru" = "en";
let plurals = new Intl.PluralRules("en");
/** The language as this person's machine spells dates in it: en-GB, en-US, … */
let region = "en";

export function setLanguage(next: "en" | "ru"): void {
  language = next;
  plurals = new Intl.PluralRules(next);
  region = navigator.languages.find((l) => l.startsWith(next)) ?? next;
}

export function t(key: Key, args: Args = {}): string {
  const entry = catalogues[language][key];
  const text = typeof entry === "string" ? entry : entry[plurals.select(Number(args.n))] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = args[name];
    return typeof value === "number" ? value.toLocaleString(language) : value ?? "";
  });
}

/** The key when the catalogue has it, else undefined: for words that come from the server. */
export const known = (key: string): Key | undefined => (key in en ? (key as Key) : undefined);

const format = (at: string | number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(region, options).format(new Date(at));

export const clock = (at: string): string => format(at, { hour: "numeric", minute: "2-digit" });
export const moment = (at: string): string => format(at, { dateStyle: "medium", timeStyle: "short" });

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
const daysAgo = (at: string) => Math.round((midnight(Date.now()) - midnight(Date.parse(at))) / 86_400_000);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** A day as a heading: today, yesterday, else its name and date. */
export function day(at: string): string {
  const days = daysAgo(at);
  if (days === 0 || days === 1) {
    return capital(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day"));
  }
  const year = new Date(at).getFullYear() === new Date().getFullYear() ? undefined : "numeric" as const;
  return capital(format(at, { weekday: "long", day: "numeric", month: "long", year }));
}

const unit = (n: number, name: string, display: "narrow" | "short" | "long" = "narrow") =>
  new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: display }).format(n);

/** How large a file is, in its largest unit. */
export function size(bytes: number): string {
  const shown = (n: number, name: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);
  if (bytes < 1000) return unit(bytes, "byte", "long");
  if (bytes < 999_500) return shown(bytes / 1000, "kilobyte");
  return shown(bytes / 1_000_000, "megabyte");
}

/** How long ago, as short as a list row needs it. */
export function ago(at: string): string {
  const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000);
  if (minutes < 1) return t("time.now");
  if (minutes < 60) return unit(minutes, "minute");
  const days = daysAgo(at);
  if (days === 0) return clock(at);
  if (days < 7) return format(at, { weekday: "short" });
  return format(at, { day: "numeric", month: "short" });
}

/** A length of time in hours and minutes. */
export function span(millis: number): string {
  const minutes = Math.max(1, Math.floor(millis / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return unit(Math.floor(hours / 24), "day", "short");
  return [hours && unit(hours, "hour", "short"), minutes % 60 && unit(minutes % 60, "minute", "short")].filter(Boolean).join(" ");
}

/** A length of time in its largest unit. */
export function lasting(since: string): string {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
  if (minutes < 1) return t("time.under-a-minute");
  if (minutes < 60) return unit(minutes, "minute", "short");
  if (minutes < 48 * 60) return unit(Math.floor(minutes / 60), "hour", "short");
  return unit(Math.floor(minutes / 1440), "day", "short");
}

export const languageName = (code: string, display = language): string => {
  try {
    return capital(new Intl.DisplayNames(display, { type: "language" }).of(code) ?? code);
  } catch {
    return code;
  }
};
