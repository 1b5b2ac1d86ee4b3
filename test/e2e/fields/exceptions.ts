import type { Issue } from '../../../src/model/issue';
import type { Release } from '../../../src/model/release';
import type { Case, Verdict } from './judge';

export interface Disagreement {
  readonly one: Case;
  readonly release: Release;
  readonly verdict: Verdict;
  readonly issues: readonly Issue[];
}

interface Exception {
  readonly reason: string;
  readonly applies: (disagreement: Disagreement) => boolean;
}

/** The collector refuses, for a reason that its output names, and we do not. */
const refusals: readonly [reason: string, output: RegExp][] = [
  ['OTTL, which has a check of its own', /unable to (infer|parse)|invalid syntax/],
  ['the machine: the collector looks for directories, and for Kubernetes', /directory must exist|KUBERNETES_MASTER/],
  [
    'the machine: a collector with all components has more of gRPC’s balancers',
    /invalid balancer_name: \w+(_experimental|_robin|lb)\b/,
  ],
];

/** We refuse, and the collector does not. */
const strictness: readonly [reason: string, applies: (d: Disagreement) => boolean][] = [
  [
    '0.159.0 looks at policies only when it starts, and then stops',
    ({ one, release, issues }) =>
      one.type === 'tail_sampling' && release === '0.159.0' && issues.every(({ path }) => path.includes('/policies')),
  ],
  [
    '0.131.0 does not look into sections that may be absent, but such a collector does not start, or ignores the value',
    ({ release, issues }) =>
      release === '0.131.0' && issues.every(({ path }) => /\/(tls|grpc|http)\/(\w+_version|transport)$/.test(path)),
  ],
  [
    'what is to match does not use these for one of the signals',
    ({ one, issues }) =>
      one.type === 'attributes' &&
      issues.every(({ path }) => /\/(include|exclude)\/(match_type|resources\/\d+)$/.test(path)),
  ],
  [
    '0.131.0 balances logs by trace, whatever the key, and has queue and retry off',
    ({ one, release, issues }) =>
      one.type === 'load_balancing' &&
      release === '0.131.0' &&
      issues.every(({ path }) => /loadbalancing\/(routing_key|sending_queue\/\w+|retry_on_failure\/\w+)$/.test(path)),
  ],
  [
    'the collector takes an empty map for an id or a sizer',
    ({ issues }) =>
      issues.every(
        ({ code, path }) => code === 'field-type' && /\/(sizer|authenticator|id|storage|encoding)$/.test(path),
      ),
  ],
];

/** Where we differ from the collector's `validate`, and why. */
export const exceptions: readonly Exception[] = [
  ...refusals.map(([reason, output]) => ({
    reason,
    applies: ({ verdict }: Disagreement) => !verdict.ok && output.test(verdict.output),
  })),
  {
    reason: 'what a reference stands for is known only when the collector starts',
    applies: ({ one, verdict }) => !verdict.ok && JSON.stringify(one.body).includes('${'),
  },
  {
    reason: 'the renderer writes these fields in the form that 0.131.0 has',
    applies: ({ one, release, verdict }) =>
      !verdict.ok && release === '0.131.0' && /"(log|trace|metric)_conditions"/.test(JSON.stringify(one.body)),
  },
  ...strictness.map(([reason, applies]) => ({
    reason,
    applies: (d: Disagreement) => d.verdict.ok && applies(d),
  })),
];
