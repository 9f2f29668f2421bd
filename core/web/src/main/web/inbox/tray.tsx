import { useEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../data/model.ts";
import { channelOf, get } from "../data/store.ts";
import { type Upload, type Uploaded, upload } from "../data/upload.ts";
import { IconButton } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { size, t } from "../i18n/i18n.ts";

const MOST = 10;

/** A file that waits in the composer. */
export interface Held {
  key: number;
  name: string;
  size: number;
  share: number;
  uploaded?: Uploaded;
  error?: string;
}

let keys = 0;

/** The files of one composer. What the channel would refuse is refused here, before anything is uploaded. */
export function useTray(row: Row) {
  const [held, setHeld] = useState<Held[]>([]);
  const running = useRef(new Map<number, Upload>());
  const change = (key: number, patch: Partial<Held>) =>
    setHeld((all) => all.map((one) => one.key === key ? { ...one, ...patch } : one));
  const drop = (key: number) => {
    running.current.get(key)?.cancel();
    running.current.delete(key);
    setHeld((all) => all.filter((one) => one.key !== key));
  };
  const clear = () => {
    for (const one of running.current.values()) one.cancel();
    running.current.clear();
    setHeld([]);
  };
  useEffect(() => clear, [row.id]);
  const add = (files: Iterable<File>) => {
    for (const file of [...files].slice(0, MOST)) {
      const key = ++keys;
      const error = refusal(row, file);
      setHeld((all) => [...all, { key, name: file.name, size: file.size, share: 0, error }]);
      if (error) continue;
      const one = upload(file, (share) => change(key, { share }));
      running.current.set(key, one);
      one.done.then(
        (uploaded) => change(key, { uploaded, share: 1 }),
        (e: Error) => change(key, { error: e.message || t("error.unreachable") }),
      );
    }
  };
  return { held, add, drop, clear: () => (running.current.clear(), setHeld([])) };
}

/** Whether the channel of a conversation takes files at all. */
export function takesFiles(row: Row): boolean {
  return (channelOf(row.channel).files?.kinds.length ?? 0) > 0;
}

function refusal(row: Row, file: File): string | undefined {
  const limit = Math.min(get().boot?.maxUpload ?? Infinity, channelOf(row.channel).files?.limit ?? 0);
  if (file.size === 0) return t("upload.empty");
  if (file.size > limit) return t("upload.too-large", { most: size(limit) });
  return undefined;
}

export function Tray({ held, drop }: { held: Held[]; drop: (key: number) => void }) {
  if (!held.length) return null;
  return (
    <ul class="tray" aria-label={t("upload.label")}>
      {held.map((one) => (
        <li key={one.key} class={one.error ? "bad" : ""}>
          <Icon name={one.error ? "alert" : "document"} size={16} />
          <span class="words">
            <bdi class="name">{one.name}</bdi>
            <span class="about" role={one.error ? "alert" : undefined}>{one.error ?? size(one.size)}</span>
          </span>
          {!one.error && !one.uploaded && <progress max={1} value={one.share} aria-label={t("upload.progress")} />}
          <IconButton icon="close" label={t("upload.remove", { name: one.name })} onClick={() => drop(one.key)} />
        </li>
      ))}
    </ul>
  );
}
