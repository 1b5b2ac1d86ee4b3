import { listed } from '../checks/rule';
import type { ExporterName, Routed } from './routed';

/** Whether something is so of a sample, and what to say where it is not as expected. */
export interface Verdict {
  readonly holds: boolean;
  /** What the sample did, as the end of a sentence. */
  readonly fact: string;
}

/** Everything that can be expected of a sample. */
export const verdicts = {
  /** It reached each of these exporters, and possibly others. */
  toReach(routed: Routed, ...exporters: readonly ExporterName[]): Verdict {
    return { holds: exporters.every((exporter) => routed.reached(exporter)), fact: where(routed) };
  },

  /** It reached these exporters and no others; none means nothing at all. */
  toReachOnly(routed: Routed, ...exporters: readonly ExporterName[]): Verdict {
    const ids = new Set(exporters.map((exporter) => routed.idOf(exporter)));
    const reached = routed.exporters;
    return { holds: reached.length === ids.size && reached.every((id) => ids.has(id)), fact: where(routed) };
  },

  /** A rule of this name, or a component of this id, dropped it. */
  toBeDroppedBy(routed: Routed, name: string): Verdict {
    const by = routed.droppedBy;
    const fact = by.length === 0 ? `was not dropped: it ${where(routed)}` : `was dropped by ${listed(by)}`;
    return { holds: routed.wasDroppedBy(name), fact };
  },

  /** A rule of this name took it, a copy of it, or dropped it. */
  toMatchRule(routed: Routed, name: string): Verdict {
    const { rules } = routed;
    return { holds: routed.met(name), fact: rules.length === 0 ? 'matched no rule' : `matched ${listed(rules)}` };
  },

  /** No rule took it. */
  toMatchNoRule(routed: Routed): Verdict {
    return this.toMatchOnly(routed);
  },

  /** These rules took it or a copy of it, in this order, and no others. */
  toMatchOnly(routed: Routed, ...names: readonly string[]): Verdict {
    const { rules } = routed;
    const met = names.map((name) => routed.met(name));
    const same = met.every(Boolean) && rules.length === names.length && rules.every((rule, i) => rule === names[i]);
    return { holds: same, fact: rules.length === 0 ? 'matched no rule' : `matched ${listed(rules)}` };
  },
} as const;

/** What can be expected. */
export type Expectable = keyof typeof verdicts;

/** What an expectation takes beside the sample. */
export type ExpectationArguments<E extends Expectable> =
  Parameters<(typeof verdicts)[E]> extends [Routed, ...infer A] ? A : never;

/** Why nothing can be said of a sample; `undefined` where something can. */
export function undecided({ unsupported, refused }: Routed): string | undefined {
  if (unsupported.length > 0) return `the simulator cannot tell: ${unsupported.join('; ')}`;
  return refused.length > 0 ? `the receiver refused it: ${refused.join('; ')}` : undefined;
}

function where({ exporters, droppedBy }: Routed): string {
  const reached = exporters.length === 0 ? 'reached no exporter' : `reached ${listed(exporters)}`;
  return droppedBy.length === 0 ? reached : `${reached}, and was dropped by ${listed(droppedBy)}`;
}
