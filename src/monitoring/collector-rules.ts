import type { RuleGroupModel, RuleModel } from '../model/prometheus';
import { prometheusDuration } from '../model/value';
import type { AlertKind } from './alert';
import { collectorAlerts } from './alerts';
import type { Monitored } from './monitored';
import type { CollectorAlertName, CollectorReference, MonitorCollectorsOptions, MonitoringThreshold } from './options';
import { union } from './query';
import { recordRates } from './recorded';
import { type Window, windowOf } from './window';

/** The name of the group of rules about collectors. */
export const collectorGroup = 'collectors';

/**
 * The rules by which a Prometheus watches collectors: recorded rates, and alerts over them and over what the collectors
 * say of themselves. One alert stands for all collectors that it is the same for.
 *
 * @throws MdaiError for a window or a duration that is none
 */
export function collectorRules(of: readonly Monitored[], options: MonitorCollectorsOptions = {}): RuleGroupModel[] {
  if (of.length === 0) return [];
  const window = windowOf(options.window ?? '5m');
  const names = Object.keys(collectorAlerts) as CollectorAlertName[];
  const alerts = names.flatMap((name) => alertRules(name, of, options, window));
  return [
    {
      name: collectorGroup,
      ...(options.interval !== undefined && { interval: prometheusDuration(options.interval) }),
      // Alerts read what is recorded, so they come behind it, in the same group.
      rules: [...recordRates(of, window), ...alerts],
    },
  ];
}

function alertRules(
  name: CollectorAlertName,
  of: readonly Monitored[],
  options: MonitorCollectorsOptions,
  window: Window,
): RuleModel[] {
  const kind = collectorAlerts[name];
  const able = of.filter(({ collector }) => kind.can(collector));
  // Thresholds alone may differ within a rule.
  const rules = new Map<
    string,
    { readonly settings: MonitoringThreshold; readonly byThreshold: Map<number, Monitored[]> }
  >();
  for (const one of able) {
    const said = settingsFor(name, one, options);
    if (said === undefined) continue;
    const { threshold = kind.threshold ?? 0, ...settings } = said;
    const key = JSON.stringify(settings);
    const { byThreshold } = rules.get(key) ?? { byThreshold: new Map<number, Monitored[]>() };
    rules.set(key, { settings, byThreshold });
    byThreshold.set(threshold, [...(byThreshold.get(threshold) ?? []), one]);
  }
  const made = [...rules.values()].map(({ settings, byThreshold }) => {
    const exprs = [...byThreshold].map(([threshold, same]) => kind.expr(same, { threshold, window }));
    const collectors = [...byThreshold.values()].flat().map(({ collector }) => collector.name);
    return { rule: alertRule(kind, union(exprs), settings, options), collectors };
  });
  return toldApart(made);
}

interface MadeRule {
  readonly rule: RuleModel;
  /** The names of those that it is about. */
  readonly collectors: readonly string[];
}

/** Two rules with one name need other labels: the further ones say which collectors they are about. */
function toldApart(made: readonly MadeRule[]): RuleModel[] {
  const seen = new Set<string>();
  return made.map(({ rule, collectors }) => {
    const labels = JSON.stringify(rule.labels);
    if (!seen.has(labels)) {
      seen.add(labels);
      return rule;
    }
    return { ...rule, labels: { collectors: collectors.join(','), ...rule.labels } };
  });
}

/** What was said of an alert for a collector, durations as text; `undefined` where it is off. */
function settingsFor(
  name: CollectorAlertName,
  { collector }: Monitored,
  { alerts, except = [] }: MonitorCollectorsOptions,
): MonitoringThreshold | undefined {
  const own = except.filter(({ collectors }) => collectors.some((one) => pathOf(one) === collector.path));
  let settings: MonitoringThreshold = {};
  for (const said of [alerts, ...own.map((exception) => exception.alerts)]) {
    const choice = said === false ? false : said?.[name];
    if (choice === false) return undefined;
    settings = { ...settings, ...choice };
  }
  return {
    ...settings,
    ...(settings.for !== undefined && { for: prometheusDuration(settings.for) }),
    ...(settings.keepFiringFor !== undefined && { keepFiringFor: prometheusDuration(settings.keepFiringFor) }),
  };
}

function pathOf(reference: CollectorReference): string {
  return typeof reference === 'string' ? reference : reference.node.path;
}

function alertRule(
  kind: AlertKind,
  expr: string,
  settings: MonitoringThreshold,
  { labels, runbookUrl }: MonitorCollectorsOptions,
): RuleModel {
  const wait = settings.for === undefined ? kind.for : (settings.for as string);
  return {
    kind: 'alert',
    name: kind.name,
    expr,
    ...(wait !== undefined && { for: wait }),
    ...(settings.keepFiringFor !== undefined && { keepFiringFor: settings.keepFiringFor as string }),
    labels: { ...labels, ...settings.labels, severity: settings.severity ?? kind.severity },
    annotations: {
      summary: kind.summary,
      description: kind.description,
      ...(runbookUrl !== undefined && { runbook_url: `${runbookUrl}${kind.name}` }),
      ...settings.annotations,
    },
  };
}
