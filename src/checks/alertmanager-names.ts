import type { AlertmanagerModel } from '../model/alertmanager';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { error, placedAt, type Rule } from './rule';

/** Receivers and time intervals of an Alertmanager under one name, and routes that name what is not there. */
export const alertmanagerNames: Rule = (model) =>
  model.alertmanagers.flatMap((one) => [
    ...twice(one, 'receiver', ['receivers']),
    ...twice(one, 'time interval', ['mute_time_intervals', 'time_intervals']),
    ...undefinedIn(one),
  ]);

interface Named {
  readonly keys: Keys;
  readonly name: string;
}

function named({ config }: AlertmanagerModel, sections: readonly string[]): Named[] {
  return sections.flatMap((section) =>
    list(config[section]).flatMap((entry, i) =>
      isConfigMap(entry) && typeof entry.name === 'string' ? [{ keys: [section, i], name: entry.name }] : [],
    ),
  );
}

function* twice(alertmanager: AlertmanagerModel, kind: string, sections: readonly string[]): Generator<Issue> {
  const seen = new Set<string>();
  for (const { keys, name } of named(alertmanager, sections)) {
    if (seen.has(name)) {
      const message = `another ${kind} has the name "${name}".`;
      const path = [alertmanager.path, ...keys].join('/');
      const issue = error('alertmanager-duplicate', path, message, 'Give one of them another name.');
      yield placedAt(issue, [...keys, 'name']);
    }
    seen.add(name);
  }
}

function undefinedIn(alertmanager: AlertmanagerModel): Issue[] {
  const receivers = new Set(named(alertmanager, ['receivers']).map(({ name }) => name));
  const intervals = new Set(named(alertmanager, ['mute_time_intervals', 'time_intervals']).map(({ name }) => name));
  const { path, config } = alertmanager;
  return [...routes(config.route, ['route'])].flatMap(({ route, keys }) => {
    const missing = (field: string, name: string, kind: string, known: ReadonlySet<string>): Issue[] =>
      known.has(name) ? [] : [missingName([path, ...keys, field].join('/'), kind, name, known)];
    return [
      ...(typeof route.receiver === 'string' && route.receiver !== ''
        ? missing('receiver', route.receiver, 'receiver', receivers)
        : []),
      ...['mute_time_intervals', 'active_time_intervals'].flatMap((field) =>
        list(route[field]).flatMap((name, i) =>
          missing(field, String(name), 'time interval', intervals).map((issue) => placedAt(issue, [...keys, field, i])),
        ),
      ),
    ];
  });
}

function missingName(path: string, kind: string, name: string, known: ReadonlySet<string>): Issue {
  const otherwise = `Define it, or name one of ${[...known].join(', ') || 'those that there are'}.`;
  const fix = didYouMean(name, known, otherwise);
  return error('alertmanager-undefined', path, `there is no ${kind} "${name}".`, fix);
}

function* routes(
  value: ConfigValue | undefined,
  keys: Keys,
): Generator<{ readonly route: ConfigMap; readonly keys: Keys }> {
  if (!isConfigMap(value)) return;
  yield { route: value, keys };
  for (const [i, child] of list(value.routes).entries()) yield* routes(child, [...keys, 'routes', i]);
}

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}
