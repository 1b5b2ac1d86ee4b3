import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import { isAtLeast, type Release } from '../model/release';
import { gateIsOn } from '../view/view';
import type { MadeMetric } from './made';
import { escaped, escapedAndSuffixed, type Nameable, suffixed } from './names';

/** How a `prometheus` exporter names what it serves. */
export interface ExporterNaming {
  readonly release: Release;
  readonly suffixes: boolean;
  /** Characters that Prometheus 2 does not take are kept. */
  readonly utf8: boolean;
  readonly namespace: string;
  readonly scopeLabels: boolean;
  /** Labels that are the same everywhere. */
  readonly constLabels: readonly string[];
  /** Attributes of the resource become labels. */
  readonly resourceLabels: boolean;
}

const strategies: Readonly<Record<string, Pick<ExporterNaming, 'suffixes' | 'utf8'>>> = {
  UnderscoreEscapingWithSuffixes: { suffixes: true, utf8: false },
  UnderscoreEscapingWithoutSuffixes: { suffixes: false, utf8: false },
  NoUTF8EscapingWithSuffixes: { suffixes: true, utf8: true },
  NoTranslation: { suffixes: false, utf8: true },
};

/** The gate with which `add_metric_suffixes` is not looked at, and the release that switched it on. */
const suffixesGate = { name: 'exporter.prometheusexporter.DisableAddMetricSuffixes', since: '0.159.0' };

/** How an exporter with this configuration names what it serves. */
export function exporterNaming(
  collector: Pick<CollectorModel, 'release' | 'featureGates'>,
  config: ConfigMap,
): ExporterNaming {
  const { release } = collector;
  const { namespace, const_labels: constant } = config;
  const strategy = strategies[String(config.translation_strategy ?? '')];
  const ignored = gateIsOn(collector, suffixesGate.name, isAtLeast(release, suffixesGate.since));
  const suffixes = config.add_metric_suffixes !== false || ignored;
  return {
    release,
    ...(strategy ?? { suffixes, utf8: false }),
    namespace: typeof namespace === 'string' ? namespace : '',
    scopeLabels: config.without_scope_info !== true,
    constLabels: isConfigMap(constant) ? Object.keys(constant) : [],
    resourceLabels: at(config, 'resource_to_telemetry_conversion', 'enabled') === true,
  };
}

/** The name that an exporter gives to a metric. */
export function exportedName(metric: Nameable, { suffixes, utf8, namespace }: ExporterNaming): string {
  if (!utf8) return suffixes ? escapedAndSuffixed(metric, namespace) : escaped(metric.name, namespace);
  const name = namespace === '' ? metric.name : `${namespace}_${metric.name}`;
  return suffixes ? suffixed({ ...metric, name }) : name;
}

/** From this release on, a label may begin with an underscore. */
const underscoresKept = '0.152.0';

/** The labels that an exporter gives to a metric. */
export function exportedLabels(
  { attributes }: Pick<MadeMetric, 'attributes'>,
  naming: ExporterNaming,
): readonly string[] {
  const { scopeLabels, constLabels } = naming;
  return [
    ...attributes.map((name) => labelName(name, naming)),
    ...(scopeLabels ? ['otel_scope_name', 'otel_scope_version', 'otel_scope_schema_url'] : []),
    ...constLabels,
    'job',
    'instance',
  ];
}

function labelName(name: string, { utf8, release }: ExporterNaming): string {
  if (utf8) return name;
  const safe = name.replace(/[^a-zA-Z0-9_]/gu, '_');
  if (/^[0-9]/.test(safe)) return `key_${safe}`;
  return /^_(?!_)/.test(safe) && !isAtLeast(release, underscoresKept) ? `key${safe}` : safe;
}
