export interface Piece {
  text: string;
  href?: string;
}

/** Cuts a text at its web addresses. Only http and https ever become links. */
export function pieces(text: string): Piece[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).flatMap((part, index) => {
    if (index % 2 === 0) return part ? [{ text: part }] : [];
    const end = part.replace(/[.,;:!?)\]]+$/, "");
    const link = { text: end, href: end };
    return end.length < part.length ? [link, { text: part.slice(end.length) }] : [link];
  });
}
