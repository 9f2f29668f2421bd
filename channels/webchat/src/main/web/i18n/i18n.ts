import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };

/** Texts, plurals and dates in the visitor's language. A plural is an object keyed by CLDR category, chosen by `n`. */

export type Key = keyof typeof en;
type Text = string | Record<string, string>;

const catalogues = { en, ru } as unknown as Record<string, Record<Key, Text>>;
let language = "en";
let plurals = new Intl.PluralRules("en");

/** The first of the visitor's languages that the chat may speak, else the chat's first. */
export function choose(offered: string[], wanted: readonly string[]): string {
  return wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => offered.includes(tag)) ?? offered[0];
}

export function speak(next: string): void {
  language = next;
  plurals = new Intl.PluralRules(next);
}

export const spoken = (): string => language;

export function t(key: Key, n = 0): string {
  const entry = catalogues[language][key];
  const text = typeof entry === "string" ? entry : entry[plurals.select(n)] ?? entry.other;
  return text.replace("{n}", n.toLocaleString(language));
}

const format = (at: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, options).format(new Date(at));

export const clock = (at: string): string => format(at, { timeStyle: "short" });

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** A day as a heading: today, yesterday, else its date. */
export function day(at: string, now = Date.now()): string {
  const days = Math.round((midnight(now) - midnight(Date.parse(at))) / 86_400_000);
  if (days === 0) return t("today");
  if (days === 1) return t("yesterday");
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : ("numeric" as const);
  return format(at, { day: "numeric", month: "long", year });
}
