import { checkModel } from '../../src/checks/check';
import type { CollectorModel, PodModel } from '../../src/model/collector';
import type { HubModel } from '../../src/model/hub';
import type { Issue } from '../../src/model/issue';
import { emptyLists, type Model } from '../../src/model/model';

/** A configuration that a test changes; it may get any shape. */
// biome-ignore lint/suspicious/noExplicitAny: that is the point
export type Draft = any;

/** A configuration without mistakes, changed. */
export function config(change: (config: Draft) => void = () => {}): Draft {
  const base = {
    receivers: { otlp: { protocols: { grpc: { endpoint: 'localhost:4317' } } } },
    exporters: { debug: {} },
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['debug'] } } },
  };
  change(base);
  return base;
}

export const pod: PodModel = {
  backend: 'operator',
  mode: 'deployment',
  replicas: 1,
  image: 'otelcol',
  memoryMiB: 512,
  cpuMillis: 1000,
  derive: {
    resources: true,
    security: true,
    ports: true,
    rbac: true,
    mounts: true,
    networkPolicy: true,
    availability: true,
  },
  serviceAccount: { name: 'gateway-collector', create: true, annotations: {}, podLabels: {} },
  options: {},
  operator: {},
};

/** The collector `gateway` without mistakes, with these parts replaced. */
export function collector(parts: Partial<CollectorModel> = {}): CollectorModel {
  const name = parts.name ?? 'gateway';
  return {
    path: `telemetry/${name}`,
    name,
    release: '0.159.0',
    config: config(),
    featureGates: [],
    env: {},
    envFrom: [],
    ...parts,
  };
}

/** A hub that exports variables under their own names. */
export function hub(name: string, ...exports: readonly string[]): HubModel {
  return {
    path: `mdai/${name}`,
    name,
    variables: exports.map((one) => ({ key: one, type: 'manual', dataType: 'string', exports: [{ name: one }] })),
    alerts: [],
    automations: [],
  };
}

/** A whole program with these parts. */
export function model(parts: Partial<Model> = {}): Model {
  return {
    ...emptyLists(),
    closed: true,
    ...parts,
  };
}

/** The issues of a model as `code path`. Each says what is wrong, and what to write instead. */
export function issuesOf(checked: Model): string[] {
  return checkModel(checked).map((issue) => {
    expect(issue).toEqual({ ...issue, message: expect.stringMatching(/[.:]$/), fix: expect.stringMatching(/[.?]$/) });
    return `${issue.code} ${issue.path}`;
  });
}

/** The issues of one collector with a changed configuration, as `code path`. */
export function issuesIn(change: (config: Draft) => void, parts: Partial<CollectorModel> = {}): string[] {
  return issuesOf(model({ collectors: [collector({ config: config(change), ...parts })] }));
}

/** The only issue of one collector with a changed configuration. */
export function issueIn(change: (config: Draft) => void, parts: Partial<CollectorModel> = {}): Issue {
  const [issue, ...more] = checkModel(model({ collectors: [collector({ config: config(change), ...parts })] }));
  expect(more).toEqual([]);
  if (issue === undefined) throw new Error('There is no issue.');
  return issue;
}
