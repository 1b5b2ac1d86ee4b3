import { isDeepStrictEqual } from 'node:util';
import { Receiver } from '../../catalog/component';
import type { CollectorMode } from '../../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { MdaiError } from '../../model/issue';
import { inlet } from '../../tiers/inlet';
import type { AnyInletOptions, BalancedSignals, BalanceKey } from '../../tiers/inlet-options';
import { type Code, method, object, string, unlessEmpty } from './code';
import { collectorsNamedIn } from './named-collectors';
import type { ReadComponent } from './read-config';
import { componentShape } from './shapes';
import { literal } from './value';

/** A receiver of a collector in the same file. */
export interface WrittenReceiver {
  readonly variable: Code;
  readonly known: ReadComponent;
}

/** A collector in the same file, to which others can send through the Services that this library names. */
export interface Reached {
  readonly variable: Code;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly mode: CollectorMode | undefined;
  /** Its receivers that have variables, by id. */
  readonly receivers: ReadonlyMap<string, WrittenReceiver>;
}

/**
 * An exporter as the inlet of a collector in the same file, where it says what that would.
 *
 * @param typed the exporter by itself
 */
export function inletCode(exporter: ReadComponent, typed: Code, collectors: Iterable<Reached>): Code | undefined {
  const { config } = exporter;
  if (!isConfigMap(config) || exporter.name === undefined) return undefined;
  const named = collectorsNamedIn(JSON.stringify(config));
  for (const to of collectors) {
    if (!named.has(to.name)) continue;
    for (const receiver of to.receivers.values()) {
      if (!isTaken(exporter, receiver.known)) continue;
      for (const options of waysTo(exporter, config)) {
        const code = linked(exporter, config, typed, to, receiver, options);
        if (code !== undefined) return code;
      }
    }
  }
  return undefined;
}

/** Whether a receiver listens for others, and pipelines behind it take all that is sent. */
function isTaken({ takes }: ReadComponent, { type, config, gives }: ReadComponent): boolean {
  const signals = componentShape('receiver', type)?.[1] ?? [];
  const addresses = [at(config, 'protocols', 'grpc', 'endpoint'), at(config, 'protocols', 'http', 'endpoint')];
  const given = [...addresses, at(config, 'endpoint')].filter((address) => typeof address === 'string');
  const isOpen = given.length > 0 && given.every((address) => !/^(localhost|127\.|\[::1\])/.test(address));
  return isOpen && [...takes].every((signal) => gives.has(signal) && signals.includes(signal));
}

/** How an exporter of this type might have been asked for, the shortest first. */
function waysTo({ type, takes }: ReadComponent, config: ConfigMap): readonly AnyInletOptions[] {
  if (type !== 'load_balancing') return [{}, { protocol: 'http' }];
  const { routing_key: key, routing_attributes: attributes } = config;
  const signals: readonly string[] = isKey(key) ? balanced[key] : [];
  if (!isKey(key) || ![...takes].every((signal) => signals.includes(signal))) return [];
  const by = at(config, 'resolver', 'k8s') !== undefined ? ({ resolver: 'k8s' } as const) : {};
  return [{ balanceBy: key, ...(isTexts(attributes) && { attributes }), ...by }];
}

/** What the compiler lets be balanced by each key. */
const balanced = {
  traceID: ['traces', 'logs'],
  service: ['traces', 'logs', 'metrics'],
  resource: ['logs', 'metrics'],
  metric: ['metrics'],
  streamID: ['metrics'],
  attributes: ['traces', 'logs', 'metrics'],
} as const satisfies { readonly [K in BalanceKey]: readonly BalancedSignals[K][] };

function isKey(value: ConfigValue | undefined): value is BalanceKey {
  return typeof value === 'string' && Object.hasOwn(balanced, value);
}

function isTexts(value: ConfigValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function linked(
  exporter: ReadComponent,
  config: ConfigMap,
  typed: Code,
  to: Reached,
  receiver: WrittenReceiver,
  options: AnyInletOptions,
): Code | undefined {
  const tlsPath = options.balanceBy === undefined ? ['tls'] : ['protocol', 'otlp', 'tls'];
  const tls = at(config, ...tlsPath);
  for (const secured of [options, ...(isConfigMap(tls) ? [{ ...options, tls }] : [])]) {
    const derived = inletOf(to, receiver.known, secured as AnyInletOptions);
    if (derived === undefined || derived.type !== exporter.type) continue;
    const more = beyond(config, derived.config as ConfigMap);
    const isPlain = more !== undefined && Object.keys(more).length === 0;
    if (more === undefined || (!isPlain && !isTyped(exporter.type, options))) continue;
    // TLS has an option of its own.
    if (secured === options && at(more, ...tlsPath) !== undefined) continue;
    const fields = typed.kind === 'call' ? typed.args[typed.args.length - 1] : undefined;
    const props = object([
      ['name', derived.name === exporter.name ? undefined : string(exporter.name ?? '')],
      ...Object.entries(options).map(([key, value]) => [key, literal(value as ConfigValue)] as const),
      ['tls', secured === options ? undefined : codeAt(fields, tlsPath)],
      ['config', isPlain ? undefined : picked(fields, more)],
    ]);
    return method(to.variable, 'inlet', receiver.variable, ...unlessEmpty(props));
  }
  return undefined;
}

/** Which exporters' further fields the compiler knows, said in which way. */
function isTyped(type: string, { protocol, balanceBy }: AnyInletOptions): boolean {
  return type === (balanceBy !== undefined ? 'load_balancing' : protocol === 'http' ? 'otlp_http' : 'otlp_grpc');
}

function inletOf(
  { name, namespace, mode }: Reached,
  { type, name: own, config }: ReadComponent,
  options: AnyInletOptions,
) {
  try {
    const receiver = new Receiver<string>('receiver', type, own, config as ConfigMap);
    return inlet<string>({ path: name, name, namespace, mode }, receiver, options);
  } catch (error) {
    if (error instanceof MdaiError) return undefined;
    throw error;
  }
}

/** What a configuration says beyond a part of it; `undefined` where it says something else. */
function beyond(config: ConfigMap, part: ConfigMap): ConfigMap | undefined {
  const more: Record<string, ConfigValue> = {};
  for (const key of Object.keys(part)) if (!Object.hasOwn(config, key)) return undefined;
  for (const [key, value] of Object.entries(config)) {
    const known = part[key];
    if (known === undefined) more[key] = value;
    else if (isConfigMap(value) && isConfigMap(known)) {
      const inner = beyond(value, known);
      if (inner === undefined) return undefined;
      if (Object.keys(inner).length > 0) more[key] = inner;
    } else if (!isDeepStrictEqual(value, known)) return undefined;
  }
  return more;
}

function codeAt(code: Code | undefined, [key, ...rest]: readonly string[]): Code | undefined {
  if (key === undefined || code?.kind !== 'object') return key === undefined ? code : undefined;
  return codeAt(code.entries.find(([name]) => name === key)?.[1], rest);
}

/** The parts of an expression that say the parts of a value. */
function picked(code: Code | undefined, parts: ConfigMap): Code | undefined {
  if (code?.kind !== 'object') return code;
  return object(
    code.entries.flatMap(([key, value]) => {
      const part = parts[key];
      if (part === undefined) return [];
      return [[key, isConfigMap(part) ? picked(value, part) : value] as const];
    }),
  );
}
