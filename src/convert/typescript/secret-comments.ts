import { at, type ConfigMap, type ConfigValue, isConfigMap, strings } from '../../model/config';
import type { Release } from '../../model/release';
import { hasUrlPassword, isSecretName } from '../../model/secret-name';
import { isSecretUrl } from '../../model/webhook-secrets';
import type { SourceComment } from '../../source/comments/comment';
import type { Pointer } from '../../source/document';
import { parsed } from '../../source/parsed';
import { embeddedConfigs, isCollectorConfig, parsedConfig } from './embedded';
import { put } from './put';
import { literalSecrets, looksSecret } from './secrets';

/** Finds comments that may hold a secret, such as fields that somebody took out. */
export class SecretComments {
  private readonly configs: readonly { readonly base: Pointer; readonly config: ConfigMap }[];

  /**
   * @param content what the comments are about, as it was read
   * @param hidden texts that are secrets of it
   */
  constructor(
    content: ConfigMap,
    private readonly hidden: readonly string[],
    private readonly release: Release,
  ) {
    const own = isCollectorConfig(content) ? [{ base: [], config: content }] : [];
    const inSpec = at(content, 'spec', 'config');
    this.configs = [
      ...own,
      ...(isCollectorConfig(inSpec) ? [{ base: ['spec', 'config'], config: inSpec }] : []),
      ...embeddedConfigs(content).flatMap(({ path, text }) => {
        const config = parsedConfig(text);
        return config === undefined ? [] : [{ base: path, config }];
      }),
    ];
  }

  has(comment: SourceComment): boolean {
    const lines = comment.lines.map(({ text }) => text);
    const text = lines.join('\n');
    if (this.hidden.some((secret) => text.includes(secret)) || tells(text)) return true;
    const said = text.includes(':') ? parsed(lines.join('\n')) : undefined;
    if (said === undefined || typeof said !== 'object' || said === null) return false;
    return holdsSecret(said) || (isConfigMap(said) && this.isSecretField(said, comment));
  }

  /** Whether the fields that a comment says would be secrets where it stands. */
  private isSecretField(said: ConfigMap, { pointer, place }: SourceComment): boolean {
    const around = place === 'end' ? pointer : pointer.slice(0, -1);
    const found = this.configs.find(({ base }) => base.every((key, i) => around[i] === key));
    if (found === undefined) return false;
    const inside = around.slice(found.base.length);
    const here = at(found.config, ...inside);
    const whole = put(found.config, inside, { ...(isConfigMap(here) ? here : {}), ...said });
    return literalSecrets(onlyAt(whole, inside), this.release).some(
      (path) => inside.every((key, i) => path[i] === key) && at(said, ...path.slice(inside.length)) !== undefined,
    );
  }
}

/** The section and the component alone that a place is in. */
function onlyAt(config: ConfigValue, [section, id]: Pointer): ConfigMap {
  if (section === undefined) return isConfigMap(config) ? config : {};
  const members = at(config, section) ?? null;
  return { [section]: id === undefined ? members : { [id]: at(members, id) ?? null } };
}

/** How secrets look by themselves. */
const shapes: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(?:bearer|basic)\s+(?=[^\s"']*[0-9=])[A-Za-z0-9._~+/=-]{8,}/i,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{20,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{8,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
];

/** A name and a text, with `:` or `=` between them. */
const pairs = /["']?([A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*["']?([^\s"',}\]]+)/g;

/** A name and a value as lists of variables and headers have them. */
const entries = /\bname:[ \t]*["']?([\w.-]+)["']?[\s,-]+value:[ \t]*["']?([^\s"',}\]]+)/g;

function tells(text: string): boolean {
  if (hasUrlPassword(text) || shapes.some((shape) => shape.test(text))) return true;
  if ((text.match(/https?:\/\/[^\s"']+/g) ?? []).some(isSecretUrl)) return true;
  return [pairs, entries].some((form) =>
    [...text.matchAll(form)].some(([, name = '', value = '']) => isSecret(name, value)),
  );
}

/** Whether a value that a comment says has a name as secrets have them. */
function holdsSecret(value: ConfigValue): boolean {
  const named = [...strings(value)].some(({ text, path }) => isSecret(String(path[path.length - 1]), text));
  return named || entriesIn(value).some(([name, text]) => isSecret(name, text));
}

function entriesIn(value: ConfigValue): readonly (readonly [name: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const [name, text] = [at(value, 'name'), at(value, 'value')];
  const own = typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
  return [...own, ...Object.values(value).flatMap((item) => entriesIn(item as ConfigValue))];
}

/** What the name of a secret ends with: others speak of one, such as of the file that holds it. */
const ending = /(?:authorization|cookie|credentials?|password|passwd|secret|token|key)$/i;

const noSecret = /^(?:true|false|null|~|[|>&*!{[].*|\/.*|.*\$[({].*)$/i;

function isSecret(name: string, text: string): boolean {
  if (text === '' || noSecret.test(text)) return false;
  return looksSecret(name, text) || (isSecretName(name) && ending.test(name));
}
