import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { listed } from '../../model/listed';
import { didYouMean } from '../../model/nearest';
import type { EntryPart, Pointer } from '../document';
import type { Finding } from './finding';

/** A mistake in an object, at a pointer from its root. */
export type ObjectFinding = Omit<Finding, 'offset'> & { readonly part: EntryPart };

/** What is written in an object of Kubernetes where its API does not take it. */
export function objectMistakes(content: ConfigValue): ObjectFinding[] {
  if (!isConfigMap(content) || typeof content.kind !== 'string' || content.apiVersion === undefined) return [];
  return [...notTexts(content, content.kind), ...misplaced(content)];
}

/** The places where the API takes texts alone, by kind; `*` is any key or index. */
const texts: Readonly<Record<string, readonly string[]>> = {
  '': ['metadata/labels/*', 'metadata/annotations/*'],
  ConfigMap: ['data/*'],
  Secret: ['data/*', 'stringData/*'],
  OpenTelemetryCollector: ['spec/env/*/value', 'spec/args/*', 'spec/podAnnotations/*', 'spec/nodeSelector/*'],
  ...Object.fromEntries(
    ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'Job'].map((kind) => [kind, ofPods('spec/template')]),
  ),
  CronJob: ofPods('spec/jobTemplate/spec/template'),
  Pod: ofPods(''),
};

function ofPods(template: string): string[] {
  const within = template === '' ? '' : `${template}/`;
  return [
    ...(template === ''
      ? []
      : [`${within}metadata/labels/*`, `${within}metadata/annotations/*`, 'spec/selector/matchLabels/*']),
    `${within}spec/nodeSelector/*`,
    `${within}spec/containers/*/env/*/value`,
    `${within}spec/initContainers/*/env/*/value`,
  ];
}

function* notTexts(content: ConfigMap, kind: string): Generator<ObjectFinding> {
  for (const place of [...(texts[''] ?? []), ...(texts[kind] ?? [])]) {
    for (const [pointer, value] of matching(content, place.split('/'), [])) {
      if (typeof value !== 'number' && typeof value !== 'boolean') continue;
      yield {
        code: 'yaml-text',
        severity: 'error',
        pointer,
        part: 'value',
        message: `this is read as a ${typeof value}, and Kubernetes takes texts alone here.`,
        fix: 'Put it in quotes.',
      };
    }
  }
}

function* matching(
  value: ConfigValue,
  [step, ...rest]: readonly string[],
  pointer: Pointer,
): Generator<[Pointer, ConfigValue]> {
  if (step === undefined) yield [pointer, value];
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* matching(item, rest, [...pointer, i]);
  else if (isConfigMap(value)) {
    for (const [key, item] of Object.entries(value))
      if (step === '*' || step === key) yield* matching(item, rest, [...pointer, key]);
  }
}

const sections = ['receivers', 'processors', 'exporters', 'connectors', 'extensions', 'service'];
const rootKeys = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Kinds that are known to have a `spec` and nothing beside it. */
const specKinds = /^(?:opentelemetry\.io|hub\.mydecisive\.ai|monitoring\.coreos\.com)\//;

/** Keys at the root of a custom resource, or in its spec, that belong further in. The API server refuses them. */
function* misplaced(content: ConfigMap): Generator<ObjectFinding> {
  if (!specKinds.test(String(content.apiVersion))) return;
  const isCollector = content.kind === 'OpenTelemetryCollector';
  for (const key of Object.keys(content)) {
    if (rootKeys.includes(key)) continue;
    const into = isCollector && sections.includes(key) ? 'spec.config' : 'spec';
    const message = `"${key}" stands beside ${listed(['metadata', 'spec'])}, and belongs into ${into}.`;
    const fix = didYouMean(key, rootKeys, `Indent it, below "${into}".`);
    yield { code: 'yaml-indent', severity: 'error', pointer: [key], part: 'key', message, fix };
  }
  const spec = isCollector && isConfigMap(content.spec) ? Object.keys(content.spec) : [];
  for (const key of spec) {
    if (!sections.includes(key)) continue;
    const message = `"${key}" stands in the spec, and belongs into its "config".`;
    yield {
      code: 'yaml-indent',
      severity: 'error',
      pointer: ['spec', key],
      part: 'key',
      message,
      fix: 'Indent it, below "config".',
    };
  }
}
