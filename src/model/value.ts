import type { FileSource, IssuerModel } from './collector';
import { type EventOf, EventText, isEventText } from './event';
import { MdaiError } from './issue';
import { readDuration } from './prometheus-duration';

const refMark: unique symbol = Symbol.for('cdk8s-mdai.Ref') as never;

/**
 * A piece of text that is known only when the collector starts, or that must not be in the YAML: a secret, an
 * environment variable, a hub's variable, or text around them. Every scalar field of a component takes one.
 */
export abstract class Ref {
  /** @internal Recognised across two installed copies of this library. */
  readonly [refMark] = true;

  /** @internal */
  abstract parts(): readonly TextPart[];

  /** Always throws: a reference inside an ordinary template string would lose what it refers to. */
  toString(): string {
    throw new MdaiError(
      `${this.describe()} was turned into a string. Write text\`…\${ref}…\` to put it inside other text.`,
    );
  }

  /** Always throws, as `toString` does. */
  toJSON(): string {
    return this.toString();
  }

  protected abstract describe(): string;
}

export function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && refMark in value;
}

/** Literal text, something that is read from the collector's environment, or the path of a file in its container. */
export type TextPart = string | EnvironmentPart | FilePart;

/** The path of a file that is mounted for the collector. */
export interface FilePart {
  readonly kind: 'file';
  readonly source: FileSource;
  /** The entry of the source that becomes the file. */
  readonly key: string;
}

export type EnvironmentPart =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'secret'; readonly env: string; readonly secret: string; readonly key: string }
  | { readonly kind: 'variable'; readonly env: string; readonly hub: HubHandle };

/** The hub that a variable belongs to. */
export interface HubHandle {
  /** The hub's name, unique in the Kubernetes cluster. */
  readonly hubName: string;
}

/** A value of a scalar field: the value itself, or a reference to it. */
export type Value<T extends string | number | boolean> = T | Ref;

/**
 * A key with nothing behind it: `{ grpc: blank }` is `grpc:` in YAML, which most components read as `grpc: {}`. What
 * `mdai import` writes keeps one where it read one.
 */
export const blank: never = Symbol.for('cdk8s-mdai.blank') as never;

export function isBlank(value: unknown): boolean {
  return value === blank;
}

class PartRef extends Ref {
  constructor(private readonly part: EnvironmentPart | FilePart) {
    super();
  }

  override parts(): readonly TextPart[] {
    return [this.part];
  }

  protected override describe(): string {
    const { part } = this;
    if (part.kind === 'secret') return `secret('${part.secret}', '${part.key}')`;
    if (part.kind === 'file') return `The file ${filePath(part)}`;
    return `env('${partEnv(part)}')`;
  }
}

// A phantom property: it tells the class from others in the type, and does not exist at run time.
declare const entry: unique symbol;

/** One entry of a Secret or of a ConfigMap. */
export class EntryRef extends PartRef {
  declare readonly [entry]: true;
}

class Text extends Ref {
  constructor(private readonly content: readonly TextPart[]) {
    super();
  }

  override parts(): readonly TextPart[] {
    return this.content;
  }

  protected override describe(): string {
    return 'A text`…`';
  }
}

// What the collector takes as a variable's name in `${env:NAME}`.
const envName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

export function isEnvName(name: string): boolean {
  return envName.test(name);
}

/**
 * A value of a Kubernetes Secret in the collector's namespace. The Secret itself is yours; the YAML holds an
 * environment variable with a `secretKeyRef`, and `${env:…}` in the configuration.
 *
 * @param name the Secret's name
 * @param key the key in it
 * @param options `env`: the environment variable. Default: name and key in capitals, joined by an underscore.
 */
export function secret(name: string, key: string, options: { readonly env?: string } = {}): EntryRef {
  const variable = options.env ?? secretVariable(name, key);
  return new EntryRef({ kind: 'secret', env: checkedEnvName(variable), secret: name, key });
}

/** The environment variable that `secret(name, key)` reads. */
export function secretVariable(name: string, key: string): string {
  const derived = `${name}_${key}`.toUpperCase().replace(/[^A-Z0-9_]/g, '_');
  return /^[0-9]/.test(derived) ? `_${derived}` : derived;
}

/** An environment variable of the collector's container, as `${env:NAME}`. */
export function env(name: string): Ref {
  return new PartRef({ kind: 'env', name: checkedEnvName(name) });
}

function checkedEnvName(name: string): string {
  if (!isEnvName(name)) {
    throw new MdaiError(
      `"${name}" is no name of an environment variable. Use letters, digits and underscores, and no digit first.`,
    );
  }
  return name;
}

/**
 * A file from a Secret in the collector's namespace, for fields that hold a path. The Secret itself is yours; it is
 * mounted, and the field holds where.
 *
 * @param name the Secret's name
 * @param key the key in it
 */
export function secretFile(name: string, key: string): EntryRef {
  return new EntryRef({ kind: 'file', source: { kind: 'secret', name }, key });
}

/** A file from a ConfigMap in the collector's namespace, as `secretFile` is from a Secret. */
export function configMapFile(name: string, key: string): EntryRef {
  return new EntryRef({ kind: 'file', source: { kind: 'configMap', name }, key });
}

/** A file of the certificate that an issuer gives to the collector. */
export function certificateFile(issuer: IssuerModel, key: 'tls.crt' | 'tls.key' | 'ca.crt'): Ref {
  return new PartRef({ kind: 'file', source: { kind: 'certificate', issuer }, key });
}

/** Where the entries of a source are mounted. */
export function fileFolder(source: FileSource): string {
  const folders = { secret: 'secrets', configMap: 'configmaps', certificate: 'certificates' } as const;
  return `/etc/otelcol/${folders[source.kind]}/${source.kind === 'certificate' ? source.issuer.name : source.name}`;
}

function filePath({ source, key }: FilePart): string {
  return `${fileFolder(source)}/${key}`;
}

/** Text with references inside: `` text`Bearer ${secret('vendor', 'token')}` ``. A `$` in the text stays a `$`. */
export function text(literals: TemplateStringsArray, ...values: readonly (Ref | string | number | boolean)[]): Ref;
/** Text with parts of the event that starts an automation inside: `` text`${alert.label('service')} is loud` ``. */
export function text<V extends readonly (EventText<never> | string | number | boolean)[]>(
  literals: TemplateStringsArray,
  ...values: V
): EventText<EventOf<V[number]>>;
export function text(
  literals: TemplateStringsArray,
  ...values: readonly (Ref | EventText<never> | string | number | boolean)[]
): Ref | EventText {
  return values.some(isEventText) ? eventText(literals, values) : referenceText(literals, values);
}

function eventText(literals: readonly string[], values: readonly unknown[]): EventText {
  const template = literals.map((literal, i) => {
    const value = values[i];
    if (isRef(value)) {
      throw new MdaiError(
        'A text`…` holds a reference and a part of an event. The event hub reads no references: leave one of them out.',
      );
    }
    return literal + (value === undefined ? '' : isEventText(value) ? value.template : String(value));
  });
  return new EventText(template.join(''));
}

function referenceText(literals: readonly string[], values: readonly unknown[]): Ref {
  const parts: TextPart[] = [];
  for (const [i, literal] of literals.entries()) {
    if (literal !== '') parts.push(literal);
    if (i >= values.length) continue;
    const value = values[i];
    if (isRef(value)) parts.push(...value.parts());
    else parts.push(String(value));
  }
  return new Text(parts);
}

/** Several values in one text: what a hub's set or priority list exports. */
export interface ListValue {
  /** @internal The text, and what stands between its members. */
  asList(): { readonly ref: Ref; readonly join: string };
}

/** A hub's variable, exported under a name. */
export class VariableRef extends PartRef {
  constructor(
    readonly env: string,
    readonly hub: HubHandle,
  ) {
    super({ kind: 'variable', env: checkedEnvName(env), hub });
  }
}

/** The text as the collector's YAML holds it: `${env:NAME}` for what the environment gives, `$$` for a plain `$`. */
export function partsToConfig(parts: readonly TextPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part.replaceAll('$', '$$$$') : referenceToConfig(part)))
    .join('');
}

/** What stands in the collector's YAML for something that is not literal text. */
export function referenceToConfig(part: EnvironmentPart | FilePart): string {
  return part.kind === 'file' ? filePath(part) : `\${env:${partEnv(part)}}`;
}

function partEnv(part: EnvironmentPart): string {
  return part.kind === 'env' ? part.name : part.env;
}

/** A length of time: cdk8s' `Duration`, or text in Go's form such as `200ms`, `1m30s` or `1.5h`. */
export type DurationValue = string | DurationLike | Ref;

/** What this library needs of cdk8s' `Duration`. */
export interface DurationLike {
  toMilliseconds(options?: { readonly integral?: boolean }): number;
}

export function isDuration(value: object): value is DurationLike {
  return typeof (value as Partial<DurationLike>).toMilliseconds === 'function';
}

/** A number of bytes: cdk8s' `Size`, a plain number, or text with a unit such as `16MiB`. */
export type SizeValue = SizeLike | number | string | Ref;

/** What this library needs of cdk8s' `Size`. */
export interface SizeLike {
  toKibibytes(): number;
}

export function isSize(value: object): value is SizeLike {
  return typeof (value as Partial<SizeLike>).toKibibytes === 'function';
}

/** A size as the collector reads it, in the largest unit that divides it: `16MiB`. */
export function formatSize(size: SizeLike): string {
  let amount = size.toKibibytes();
  let unit = 'KiB';
  for (const larger of ['MiB', 'GiB', 'TiB']) {
    if (amount === 0 || amount % 1024 !== 0) break;
    amount /= 1024;
    unit = larger;
  }
  return `${amount}${unit}`;
}

/** A duration as Go, the collector and Prometheus write it: `90s` as `1m30s`. */
export function formatDuration(duration: DurationLike): string {
  let rest = duration.toMilliseconds({ integral: false });
  if (rest === 0) return '0s';
  let out = '';
  for (const [unit, size] of [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) out += `${count}${unit}`;
    rest -= count * size;
  }
  return out;
}

/**
 * A duration as Prometheus reads it: whole units from years down to milliseconds.
 *
 * @throws MdaiError for what Prometheus refuses
 */
export function prometheusDuration(value: string | DurationLike): string {
  const text = typeof value === 'string' ? value : formatDuration(value);
  const read = readDuration(text);
  if (typeof read === 'number') return text;
  if (read === 'range') {
    throw new MdaiError(`"${text}" is longer than Prometheus can count. Write less than 292 years.`);
  }
  throw new MdaiError(
    `"${text}" is no duration of Prometheus. Write Duration.minutes(5), or whole units such as 90s or 1h30m.`,
  );
}

/** A length of time for Prometheus: cdk8s' `Duration`, or text such as `30s` or `1h30m`. */
export type PrometheusDuration = string | DurationLike;
