import type { Availability } from "../data/model.ts";
import { Icon, type IconName } from "./icon.tsx";

const HUES = 6;

function hue(text: string): number {
  let sum = 0;
  for (const c of text) sum = (sum * 31 + c.codePointAt(0)!) >>> 0;
  return sum % HUES;
}

const first = (word: string): string => [...new Intl.Segmenter().segment(word)][0]?.segment.toLocaleUpperCase() ?? "";

/** Up to two initials, whole graphemes (an emoji counts as one). */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words.length === 0 ? "?" : first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
}

interface Props {
  name: string;
  id: string;
  size?: "small" | "normal" | "large";
  icon?: IconName;
  presence?: Availability;
}

export function Avatar({ name, id, size = "normal", icon, presence }: Props) {
  return (
    <span class={`avatar ${size} ${icon ? "glyph" : `hue-${hue(id)}`}`} aria-hidden="true">
      {icon ? <Icon name={icon} size={size === "small" ? 12 : 18} /> : initials(name)}
      {presence && <span class={`dot ${presence}`} />}
    </span>
  );
}
