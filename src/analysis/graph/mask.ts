import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { references } from '../../model/reference';
import { isSecretName } from '../../model/secret-name';

/** Stands for what nobody should read. */
export const masked = '••••••';

// Names of fields that are about a secret, and hold none.
const aboutSecrets = /(_?(file|path|filename|env|url|uri|endpoint|ref|type|name|enabled|size|count|interval))$/i;
// Fields that hold a secret, though their names do not say so.
const secretFields =
  /^(private_?key|.*key_pem|dsn|datasource|connection_?string|sas_?url|routing_?key|service_?key|integration_?key)$/i;
// URLs that let in whoever knows them.
const secretUrls = /^(api_url|.*webhook_url|webhook|hook_url)$/i;
// Headers that say nothing secret; of all others nobody knows.
const openHeaders = /^(accept.*|cache-control|connection|content-.*|host|origin|user-agent|x-scope-orgid|x-tenant.*)$/i;
// What may stand before a reference to a secret.
const schemes = /^\s*(bearer|basic|api-?key|apikey|token|splunk|digest)?[\s=:]*$/i;
// Secrets by the look of them.
const looks: readonly RegExp[] = [
  /\b(?:Bearer|Basic|Splunk|ApiKey|Api-Key)\s+(?!\$\{)\S+/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}\b/g,
  /\bxox[abeprs]-[A-Za-z0-9-]{10,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g,
  /https:\/\/hooks\.slack\.com\/\S+/g,
];
const userInUrl = /([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]+@/gi;
const parameterInUrl = /([?&;]([^=&\s?;]+)=)([^&\s;]+)/g;

/** A value as others may see it: secrets masked, references to secrets left. */
export function withoutSecrets(value: ConfigValue): ConfigValue {
  return cleaned(value, []);
}

function cleaned(value: ConfigValue, keys: readonly string[]): ConfigValue {
  if (Array.isArray(value)) {
    // What is in an entry of a list is not called like the list.
    return value.map((item: ConfigValue) => cleaned(item, isConfigMap(item) ? [...keys, ''] : keys));
  }
  if (isConfigMap(value)) {
    const named = nameOf(value, keys);
    const under = (key: string) =>
      key === 'value' && named !== undefined ? [...keys, 'headers', named] : [...keys, key];
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, under(key))]));
  }
  if (typeof value === 'number') return isSecretField(keys) ? masked : value;
  return typeof value === 'string' ? text(value, keys) : value;
}

/** The name of a secret entry that stands as `name: …, value: …`, or as `key: …, value: …`. */
function nameOf(entry: ConfigMap, keys: readonly string[]): string | undefined {
  const name = entry.name ?? entry.key;
  if (typeof name !== 'string' || !('value' in entry)) return undefined;
  return isSecretName(name) || isHeaders(keys.at(-2)) ? name : undefined;
}

function isHeaders(key: string | undefined): boolean {
  return key !== undefined && /headers$/i.test(key);
}

function text(value: string, keys: readonly string[]): string {
  if (isSecretField(keys)) return isReferenceAlone(value) ? value : masked;
  if (secretUrls.test(keys.at(-1) ?? '')) return originOf(value);
  let out = value;
  for (const look of looks) out = out.replace(look, masked);
  out = out.replace(userInUrl, `$1:${masked}@`);
  return out.replace(parameterInUrl, (all, start: string, name: string) => (isSecretName(name) ? start + masked : all));
}

function isSecretField(keys: readonly string[]): boolean {
  const key = keys.at(-1) ?? '';
  if (isHeaders(keys.at(-2))) return key !== '' && !openHeaders.test(key);
  return secretFields.test(key) || (isSecretName(key) && !aboutSecrets.test(key));
}

/** Whether nothing but references, and the name of a scheme, stands there. */
function isReferenceAlone(value: string): boolean {
  if (references(value).length === 0) return value === '';
  return schemes.test(value.replace(/\$\{[^}]*\}/g, ''));
}

function originOf(value: string): string {
  if (isReferenceAlone(value)) return value;
  const [, origin] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#@]+)(?=[/?#]|$)/i.exec(value) ?? [];
  return origin === undefined ? masked : `${origin}/${masked}`;
}
