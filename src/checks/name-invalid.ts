import type { Issue, Severity } from '../model/issue';
import type { Model } from '../model/model';
import { namedObjects } from './name-taken';
import { placedAt, type Rule } from './rule';

// Kubernetes' DNS-1123 label and subdomain (apimachinery, util/validation).
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const maxLabel = 63;
const maxSubdomain = 253;

interface Limit {
  readonly severity: Severity;
  readonly allows: (name: string) => boolean;
  readonly what: string;
  readonly fix: string;
}

/** What each kind's names have to be, apart from what Kubernetes asks of every object's; the first that fails is reported. */
const limits: Readonly<Record<string, readonly Limit[]>> = {
  collector: [
    {
      severity: 'warning',
      allows: (name) => name.length <= maxLabel - '-collector-monitoring'.length && !name.includes('.'),
      what: 'is cut or changed by the operator in the names that it derives, such as "…-collector-monitoring"',
      fix: 'Use at most 42 characters, and no dots.',
    },
  ],
  hub: [
    {
      severity: 'error',
      // A NATS subject ends at a dot, and a label's value holds 63 characters.
      allows: (name) => name.length <= maxLabel && !name.includes('.'),
      what: 'cannot be a part of the subjects and labels in which the hub’s events carry it',
      fix: 'Use at most 63 characters, and no dots.',
    },
  ],
  observer: [
    {
      severity: 'error',
      allows: (name) => name.length <= maxLabel - '-mdai-observer-service'.length && /^[a-z][-a-z0-9]*$/.test(name),
      what: 'gives no valid name for the Service "…-mdai-observer-service"',
      fix: 'Use at most 41 letters, digits and dashes, a letter first.',
    },
  ],
  'data access layer': [
    {
      severity: 'error',
      allows: (name) => name.length <= maxLabel && /^[a-z][-a-z0-9]*$/.test(name),
      what: 'is none for the Service that is called so',
      fix: 'Use at most 63 letters, digits and dashes, a letter first.',
    },
  ],
  // The operator's admission webhook for MdaiCollector.
  'hub monitor': [
    {
      severity: 'error',
      allows: (name) => name.length <= 32 && label.test(name),
      what: 'is refused by the MDAI operator',
      fix: 'Use 1 to 32 lower-case letters, digits and inner dashes.',
    },
  ],
};

/** Names that Kubernetes refuses, or that an operator cannot work with. */
export const nameInvalid: Rule = (model) => [...invalid(model)];

function* invalid(model: Model): Generator<Issue> {
  for (const { kind, objects } of namedObjects(model)) {
    for (const { name, namespace, path } of objects) {
      const limit = [object, ...(limits[kind] ?? [])].find(({ allows }) => !allows(name));
      if (limit) yield placedAt(issue(path, `the name "${name}" ${limit.what}.`, limit), ['metadata', 'name']);
      if (namespace !== undefined && !space.allows(namespace)) {
        const found = issue(path, `the namespace "${namespace}" ${space.what}.`, space);
        yield placedAt(found, ['metadata', 'namespace']);
      }
    }
  }
}

function issue(path: string, message: string, { severity, fix }: Limit): Issue {
  return { code: 'name-invalid', severity, path, message, fix };
}

const object: Limit = {
  severity: 'error',
  allows: (name) => subdomain.test(name) && name.length <= maxSubdomain,
  what: 'is refused by Kubernetes',
  fix: 'Use lower-case letters, digits and inner dashes.',
};

const space: Limit = {
  severity: 'error',
  allows: (name) => label.test(name) && name.length <= maxLabel,
  what: 'is refused by Kubernetes',
  fix: 'Use at most 63 lower-case letters, digits and inner dashes.',
};
