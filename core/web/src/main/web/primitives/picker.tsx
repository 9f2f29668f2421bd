import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

export interface Choice {
  key: string;
  label: string;
  lead: ComponentChildren;
  detail?: string;
  group: string;
  onChoose: () => void;
}

/** Choosing one of many by typing: a box with a list under it. The focus stays in the box. */
export function Picker({ title, anchor, placeholder, nothing, choices, onClose }: {
  title: string;
  anchor: string;
  placeholder: string;
  nothing: string;
  choices: Choice[];
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLocaleLowerCase();
  const found = choices.filter((c) => c.label.toLocaleLowerCase().includes(wanted));
  const current = Math.min(at, found.length - 1);
  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [current]);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.onChoose();
  };
  const key = (e: KeyboardEvent) => {
    if (e.code === "ArrowDown") setAt(Math.min(current + 1, found.length - 1));
    else if (e.code === "ArrowUp") setAt(Math.max(current - 1, 0));
    else if (e.code === "Enter") choose(found[current]);
    else return;
    e.preventDefault();
  };
  return (
    <Dialog title={title} kind="popover" anchor={anchor} onClose={onClose} bare>
      <div class="picker">
        <label class="search">
          <Icon name="search" size={16} />
          <input
            class="input" role="combobox" aria-label={placeholder} placeholder={placeholder} autofocus
            aria-expanded="true" aria-controls={id} aria-activedescendant={found.length ? `${id}-${current}` : undefined}
            value={text} onKeyDown={key}
            onInput={(e) => {
              setText(e.currentTarget.value);
              setAt(0);
            }}
          />
        </label>
        <div class="options" id={id} role="listbox" aria-label={title} ref={list}>
          {found.map((choice, i) => (
            <Option key={choice.key} id={`${id}-${i}`} choice={choice} selected={i === current}
              heading={choice.group && choice.group !== found[i - 1]?.group ? choice.group : undefined}
              onChoose={() => choose(choice)} onPoint={() => setAt(i)} />
          ))}
        </div>
        {found.length === 0 && <p class="nothing" role="status">{nothing}</p>}
      </div>
    </Dialog>
  );
}

function Option({ id, choice, selected, heading, onChoose, onPoint }: {
  id: string; choice: Choice; selected: boolean; heading?: string; onChoose: () => void; onPoint: () => void;
}) {
  return (
    <>
      {heading && <div class="group" role="presentation">{heading}</div>}
      <div id={id} role="option" aria-selected={selected} class="option" onClick={onChoose} onMouseMove={onPoint}>
        <span class="lead">{choice.lead}</span>
        <span class="label">{choice.label}</span>
        {choice.detail && <span class="detail">{choice.detail}</span>}
      </div>
    </>
  );
}
