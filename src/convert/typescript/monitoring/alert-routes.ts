import { at, type ConfigMap, type ConfigValue } from '../../../model/config';
import { list, map, maps } from '../../values';
import { array, type Code, call, object, plain, type Statement, string, unlessEmpty } from '../code';
import type { Place } from '../form';
import { Unfit } from '../unfit';
import { literal } from '../value';
import type { Entries } from './entries';
import { flagOf, textOf, textsOf } from './scalars';
import { texts } from './texts';
import { typed } from './typed';

/** The configuration of an Alertmanager as values: receivers and times as variables, routes that name them. */
export class AlertRoutes {
  readonly statements: Statement[] = [];
  /** Whether it is what an Alertmanager has of itself. */
  readonly isDefault: boolean;
  private readonly variables = new Map<string, Code>();

  constructor(
    private readonly config: ConfigMap,
    private readonly namespace: string | undefined,
    private readonly place: Place,
  ) {
    const { route, receivers, time_intervals: times } = config;
    this.isDefault = times === undefined && isUsual(map(route), receivers, namespace);
  }

  /** The root route. @throws Unfit for fields that no prop says */
  root({ receiver, ...rest }: ConfigMap): Code {
    if (typeof receiver !== 'string') throw new Unfit('its route names no receiver');
    return object([['to', this.receiver(receiver)], ...this.entries(rest)]);
  }

  /** The inhibitions; nothing where there are none. @throws Unfit for fields that no prop says */
  inhibitions(rules: ConfigValue | undefined): Code | undefined {
    if (rules === undefined) return undefined;
    const codes = maps(rules).map(({ name, source_matchers: source, target_matchers: target, equal, ...others }) => {
      refuse(others);
      return object([
        ['name', textOf(name)],
        ['source', matchCode(source)],
        ['target', matchCode(target)],
        ['equal', textsOf(equal)],
      ]);
    });
    return array(codes);
  }

  private route({ receiver, matchers, ...rest }: ConfigMap): Code {
    return object([
      ['when', matchers === undefined ? undefined : matchCode(matchers)],
      ['to', typeof receiver === 'string' ? this.receiver(receiver) : undefined],
      ...this.entries(rest),
    ]);
  }

  private entries({
    group_by,
    group_wait,
    group_interval,
    repeat_interval,
    continue: goesOn,
    mute_time_intervals: muted,
    active_time_intervals: active,
    labels,
    routes,
    ...others
  }: ConfigMap): Entries {
    refuse(others);
    return [
      ['group_by', textsOf(group_by)],
      ['group_wait', textOf(group_wait)],
      ['group_interval', textOf(group_interval)],
      ['repeat_interval', textOf(repeat_interval)],
      ['continue', flagOf(goesOn)],
      ['mute_time_intervals', this.times(muted)],
      ['active_time_intervals', this.times(active)],
      ['labels', texts(labels)],
      ['routes', routes === undefined ? undefined : array(maps(routes).map((one) => this.route(one)))],
    ];
  }

  private receiver(name: string): Code {
    const known = this.variables.get(`receiver ${name}`);
    if (known) return known;
    const found = maps(this.config.receivers).find((one) => one.name === name);
    if (found === undefined) throw new Unfit(`its receiver "${name}" is not defined`);
    const { name: _, ...integrations } = found;
    const value =
      gatewayCode(name, integrations, this.namespace) ??
      call('alertReceiver', string(name), ...unlessEmpty(typed('AlertIntegrations', integrations)));
    return this.variable(`receiver ${name}`, name, `${name}_receiver`, value);
  }

  private times(names: ConfigValue | undefined): Code | undefined {
    if (names === undefined) return undefined;
    return array(
      list(names).map((name) => {
        const known = this.variables.get(`times ${name}`);
        const found = maps(this.config.time_intervals).find((one) => one.name === name);
        if (known || found === undefined || typeof name !== 'string') {
          if (known) return known;
          throw new Unfit(`its times "${name}" are not defined`);
        }
        // Asked for the sake of the answer: the type of a time has no name of its own.
        typed('AlertmanagerConfig', { time_intervals: [found] });
        const value = call('timeInterval', string(name), ...list(found.time_intervals).map(literal));
        return this.variable(`times ${name}`, name, `${name}_times`, value);
      }),
    );
  }

  private variable(key: string, name: string, other: string, value: Code): Code {
    const variable = this.place.names.claim(name, other);
    this.statements.push({ kind: 'const', name: variable, value });
    this.variables.set(key, plain(variable));
    return plain(variable);
  }
}

/** The route that an Alertmanager has of itself. */
const usualRoute: ConfigMap = {
  receiver: 'mdai-gateway',
  group_by: ['cluster', 'alertname'],
  group_wait: '30s',
  group_interval: '5m',
  repeat_interval: '12h',
  routes: [{ receiver: 'null', matchers: ['alertname="Watchdog"'] }],
};

function isUsual(route: ConfigMap, receivers: ConfigValue | undefined, namespace: string | undefined): boolean {
  if (JSON.stringify(route) !== JSON.stringify(usualRoute)) return false;
  const [gateway, nobody, ...others] = maps(receivers);
  const { name, ...integrations } = gateway ?? {};
  const isGateway = name === 'mdai-gateway' && at(integrations, 'webhook_configs', 0, 'url') === gatewayUrl(namespace);
  return isGateway && JSON.stringify(nobody) === '{"name":"null"}' && others.length === 0;
}

function gatewayUrl(namespace: string | undefined): string {
  const domain = namespace === undefined ? '' : `.${namespace}.svc.cluster.local`;
  return `http://mdai-gateway${domain}:8081/alerts/alertmanager`;
}

/** The MDAI gateway, where a receiver is nothing else. */
function gatewayCode(name: string, integrations: ConfigMap, namespace: string | undefined): Code | undefined {
  const url = at(integrations, 'webhook_configs', 0, 'url');
  const plainGateway = { webhook_configs: [{ send_resolved: true, url: url ?? null }] };
  if (typeof url !== 'string' || !/^http:\/\/mdai-gateway\b.*:8081\/alerts\/alertmanager$/.test(url)) return undefined;
  if (JSON.stringify(integrations) !== JSON.stringify(plainGateway)) return undefined;
  const options = object([
    ['name', name === 'mdai-gateway' ? undefined : string(name)],
    ['url', url === gatewayUrl(namespace) ? undefined : string(url)],
  ]);
  return call('mdaiGateway', ...unlessEmpty(options));
}

/** Which alerts: label by label where each has to have one value, and else in Alertmanager's own notation. */
function matchCode(matchers: ConfigValue | undefined): Code {
  const plainTexts = list(matchers).map((one) => /^([A-Za-z_]\w*)="([^"\\]+)"$/.exec(String(one)));
  const names = new Set(plainTexts.map((one) => one?.[1]));
  if (plainTexts.length > 0 && plainTexts.every((one) => one !== null) && names.size === plainTexts.length) {
    return object(plainTexts.map((one) => [one[1] ?? '', string(one[2] ?? '')]));
  }
  const code = textsOf(matchers);
  if (code === undefined) throw new Unfit('its matchers are no list of texts');
  return code;
}

function refuse(others: ConfigMap): void {
  const [field] = Object.keys(others);
  if (field !== undefined) throw new Unfit(`its routes have the field "${field}"`);
}
