export interface Event {
  id: string;
  name: string;
  data: string;
}

/** Reads server-sent events from pieces of text. `EventSource` itself cannot send a bearer. */
export function parser(hear: (event: Event) => void): (piece: string) => void {
  let rest = "";
  return (piece) => {
    const blocks = (rest + piece).replace(/\r/g, "").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = read(block);
      if (event.data) hear(event);
    }
  };
}

function read(block: string): Event {
  const fields: Record<string, string> = {};
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    fields[name] = name === "data" && fields.data ? `${fields.data}\n${value}` : value;
  }
  return { id: fields.id ?? "", name: fields.event ?? "message", data: fields.data ?? "" };
}
