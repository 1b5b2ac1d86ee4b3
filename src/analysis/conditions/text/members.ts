import type { Recogniser } from './recogniser';

interface Node {
  readonly next: Map<number, number>;
  ends: boolean;
}

/** Recognises exactly these texts. */
export function members(texts: Iterable<string>): Recogniser {
  const nodes: Node[] = [{ next: new Map(), ends: false }];
  const breaks = new Set<number>();
  for (const text of texts) {
    let here = nodes[0] as Node;
    for (const character of text) {
      const point = character.codePointAt(0) as number;
      breaks.add(point).add(point + 1);
      let index = here.next.get(point);
      if (index === undefined) {
        index = nodes.push({ next: new Map(), ends: false }) - 1;
        here.next.set(point, index);
      }
      here = nodes[index] as Node;
    }
    here.ends = true;
  }
  return {
    start: 0,
    step: (state, point) => nodes[state]?.next.get(point) ?? -1,
    accepts: (state) => nodes[state]?.ends ?? false,
    breaks: [...breaks],
  };
}
