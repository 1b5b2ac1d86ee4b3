import type { AlertmanagerModel } from '../model/alertmanager';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { error, type Rule } from './rule';

/** Receivers and time intervals of an Alertmanager under one name, and routes that name what is not there. */
export const alertmanagerNames: Rule = (model) =>
  model.alertmanagers.flatMap((one) => [
    ...twice(one, 'receiver', ['receivers']),
    ...twice(one, 'time interval', ['mute_time_intervals', 'time_intervals']),
    ...undefinedIn(one),
  ]);

interface Named {
  readonly path: string;
  readonly name: string;
}

function named({ path, config }: AlertmanagerModel, sections: readonly string[]): Named[] {
  return sections.flatMap((section) =>
    list(config[section]).flatMap((entry, i) =>
      isConfigMap(entry) && typeof entry.name === 'string'
        ? [{ path: `${path}/${section}/${i}`, name: entry.name }]
        : [],
    ),
  );
}

function* twice(alertmanager: AlertmanagerModel, kind: string, sections: readonly string[]): Generator<Issue> {
  const seen = new Set<string>();
  for (const { path, name } of named(alertmanager, sections)) {
    if (seen.has(name)) {
      const message = `another ${kind} has the name "${name}".`;
      yield error('alertmanager-duplicate', path, message, 'Give one of them another name.');
    }
    seen.add(name);
  }
}

function undefinedIn(alertmanager: AlertmanagerModel): Issue[] {
  const receivers = new Set(named(alertmanager, ['receivers']).map(({ name }) => name));
  const intervals = new Set(named(alertmanager, ['mute_time_intervals', 'time_intervals']).map(({ name }) => name));
  const { path, config } = alertmanager;
  return [...routes(config.route, `${path}/route`)].flatMap(({ route, at }) => [
    ...(typeof route.receiver === 'string' && route.receiver !== ''
      ? missing([route.receiver], receivers, 'receiver', `${at}/receiver`)
      : []),
    ...['mute_time_intervals', 'active_time_intervals'].flatMap((field) =>
      missing(list(route[field]).map(String), intervals, 'time interval', `${at}/${field}`),
    ),
  ]);
}

function missing(names: readonly string[], known: ReadonlySet<string>, kind: string, path: string): Issue[] {
  return names
    .filter((name) => !known.has(name))
    .map((name) =>
      error(
        'alertmanager-undefined',
        path,
        `there is no ${kind} "${name}".`,
        didYouMean(name, known, `Define it, or name one of ${[...known].join(', ') || 'those that there are'}.`),
      ),
    );
}

function* routes(
  value: ConfigValue | undefined,
  at: string,
): Generator<{ readonly route: ConfigMap; readonly at: string }> {
  if (!isConfigMap(value)) return;
  yield { route: value, at };
  for (const [i, child] of list(value.routes).entries()) yield* routes(child, `${at}/routes/${i}`);
}

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}
