import { matcherFault, scalarAdvice } from '../alertmanager/scalars';
import {
  fileFieldOf,
  isSecretType,
  releasesWith,
  type Shape,
  type Structs,
  shapeOf,
  structsOf,
} from '../alertmanager/schema';
import { type Place, places } from '../alertmanager/walk';
import { type AlertmanagerModel, alertmanagerRelease } from '../model/alertmanager';
import { type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { error, type Rule } from './rule';

/** Fields of an Alertmanager that it does not have, of another type, with a value that it cannot read, or with a secret. */
export const alertmanagerFields: Rule = (model) => model.alertmanagers.flatMap((one) => [...fieldsOf(one)]);

function* fieldsOf(alertmanager: AlertmanagerModel): Generator<Issue> {
  const structs = structsOf(alertmanagerRelease(alertmanager.version));
  for (const place of places(structs, alertmanager.config)) {
    const path = place.path === '' ? alertmanager.path : `${alertmanager.path}/${place.path}`;
    if (place.type === undefined) yield unknown(place, path, structs, alertmanager.version);
    else if (place.value !== null) yield* judged(place, place.type, path, structs);
  }
}

function unknown({ in: within }: Place, path: string, structs: Structs, version: string): Issue {
  const { struct, field } = within ?? { struct: '', field: '' };
  const releases = releasesWith(struct, field);
  if (releases.length > 0) {
    const message = `"${field}" is not known to Alertmanager ${version}, but to ${releases.join(' and ')}.`;
    return error('alertmanager-field', path, message, 'Take it out, or run another version.');
  }
  const known = Object.keys(structs[struct] ?? {});
  return error(
    'alertmanager-field',
    path,
    `Alertmanager has no field "${field}" here.`,
    didYouMean(field, known, `Write one of ${known.join(', ')}.`),
  );
}

function* judged(place: Place, type: string, path: string, structs: Structs): Generator<Issue> {
  const { value } = place;
  if (type === 'matchers') {
    yield* matchers(value, path);
    return;
  }
  const shape = shapeOf(structs, type);
  if (shape.kind !== 'scalar') {
    if (!fits(value, shape))
      yield error('alertmanager-field', path, `it is ${kindOf(value)}.`, `Write ${wanted(shape)}.`);
    return;
  }
  const advice = typeof value === 'object' ? adviceForMap(shape.name) : scalarAdvice[shape.name]?.(value);
  if (advice !== undefined) {
    const code = typeof value === 'object' ? 'alertmanager-field' : 'alertmanager-value';
    yield error(code, path, `Alertmanager does not read ${shown(value, type)} here.`, advice);
  } else if (isSecretType(type) && isLiteralSecret(value, place)) yield literal(place, path, structs);
}

/** Texts with matchers, one or several in each. */
function* matchers(value: ConfigValue, path: string): Generator<Issue> {
  if (!Array.isArray(value)) {
    yield error(
      'alertmanager-field',
      path,
      `it is ${kindOf(value)}.`,
      'Write a list of matchers: [\'severity="page"\'].',
    );
    return;
  }
  for (const [i, one] of value.entries()) {
    const fault = matcherFault(typeof one === 'object' ? '' : String(one));
    if (typeof one === 'object' && one !== null) {
      yield error('alertmanager-field', `${path}/${i}`, `it is ${kindOf(one)}.`, 'Write a text: severity="page".');
    } else if (fault !== undefined) {
      const message = `"${one}" is no matcher: ${fault}.`;
      yield error(
        'alertmanager-value',
        `${path}/${i}`,
        message,
        'Write name="value", with !=, =~ or !~ for other comparisons.',
      );
    }
  }
}

function adviceForMap(scalar: string): string | undefined {
  return scalar === 'any' ? undefined : 'Write a single value.';
}

function fits(value: ConfigValue, shape: Shape): boolean {
  if (shape.kind === 'list') return Array.isArray(value);
  return isConfigMap(value) || (shape.kind === 'struct' && shape.orText && typeof value !== 'object');
}

function wanted({ kind }: Shape): string {
  return kind === 'list' ? 'a list' : 'a map';
}

function kindOf(value: ConfigValue): string {
  if (Array.isArray(value)) return 'a list';
  return isConfigMap(value) ? 'a map' : `the value ${JSON.stringify(value)}`;
}

/** What a message may show: never what is meant to be secret. */
function shown(value: ConfigValue, type: string): string {
  if (typeof value === 'object') return kindOf(value);
  return isSecretType(type) ? 'this value' : JSON.stringify(value);
}

/** Addresses of web servers that anybody may run; those of chat services are secrets. */
const plainAddresses: ReadonlySet<string> = new Set(['WebhookConfig/url', 'WebhookOutputConfig/url']);

function isLiteralSecret(value: ConfigValue, { in: within }: Place): boolean {
  if (value === '' || value === '<secret>' || typeof value === 'object') return false;
  const isPlain = within !== undefined && plainAddresses.has(`${within.struct}/${within.field}`);
  return !isPlain || /^[a-z]+:\/\/[^/?#]*@/i.test(String(value));
}

function literal({ in: within, path: place }: Place, path: string, structs: Structs): Issue {
  const field = within?.field ?? place.split('/').at(-2) ?? '';
  const struct = within === undefined ? undefined : structs[within.struct];
  const file = struct !== undefined ? fileFieldOf(struct, field) : field === 'secrets' ? 'files' : undefined;
  return error(
    'secret-literal',
    path,
    `"${field}" holds a secret as plain text.`,
    file === undefined
      ? 'Leave it out: Alertmanager takes no file in its place.'
      : `Keep the value in a Secret: "${file}" with its path in YAML, secret('name', 'key') in TypeScript.`,
  );
}
