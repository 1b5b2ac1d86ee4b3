import { lastCodePoint } from './expression';
import { type Recogniser, TooLarge } from './recogniser';

/** The most combinations of states that are looked at. */
const mostCombinations = 3000;

// No text holds one half of a surrogate pair.
const surrogates = [0xd800, 0xdfff] as const;

/**
 * Of all texts, one for each way in which recognisers can answer together: a text stands for all that are answered in
 * the same way. The shortest of each. Throws `TooLarge`.
 */
export function separate(recognisers: readonly Recogniser[]): string[] {
  const letters = alphabet(recognisers);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let waiting = [{ states: recognisers.map(({ start }) => start), text: '' }];
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const { states, text } of waiting) {
      const answers = recognisers.map((recogniser, i) => (recogniser.accepts(states[i] as number) ? 1 : 0)).join('');
      if (!found.has(answers)) found.set(answers, text);
      for (const letter of letters) {
        const after = recognisers.map((recogniser, i) => recogniser.step(states[i] as number, letter));
        const key = after.join();
        if (seen.has(key)) continue;
        if (seen.size >= mostCombinations) throw new TooLarge();
        seen.add(key);
        next.push({ states: after, text: text + String.fromCodePoint(letter) });
      }
    }
    waiting = next;
  }
  return [...found.values()];
}

/** One code point out of each group that all recognisers treat alike; a letter where there is one. */
function alphabet(recognisers: readonly Recogniser[]): readonly number[] {
  const breaks = new Set([0, 0x30, 0x61, 0x7b, surrogates[0], surrogates[1] + 1]);
  for (const recogniser of recognisers) for (const one of recogniser.breaks) breaks.add(one);
  return [...breaks]
    .filter((one) => one <= lastCodePoint && (one < surrogates[0] || one > surrogates[1]))
    .sort((a, b) => a - b);
}
