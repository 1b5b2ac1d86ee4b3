import { isIPv6 } from 'node:net';
import { OttlError, type OttlMap, type OttlValue } from '../value';
import { text, utf8 } from './utf8';

/** What is written as it is in a part of a URL; everything else as `%41`. */
const PLAIN = {
  path: /[\w.~$&+,/:;=@-]/,
  host: /[\w.~!$&'()*+,;=:[\]<>"-]/,
  user: /[\w.~$&+,;=-]/,
  fragment: /[\w.~$&+,/:;=?@!()*-]/,
} as const;

type Part = keyof typeof PLAIN;

/** What may stand in a path or a fragment as it was given. */
const VALID = {
  path: /^[\w.~$&+,/:;=@!'()*[\]%-]*$/,
  fragment: /^[\w.~$&+,/:;=?@!'()*[\]%-]*$/,
} as const;

interface Url {
  scheme: string;
  opaque: string;
  user?: { readonly name: string; readonly password?: string };
  host: string;
  /** Whether there is no host at all, not even an empty one. */
  hasNoHost: boolean;
  path: string;
  rawPath: string;
  query: string;
  endsWithQuestionMark: boolean;
  fragment: string;
  rawFragment: string;
}

function refuse(why: string): never {
  throw new OttlError(`the text is no URL: ${why}`);
}

function decoded(given: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(given)) refuse(`${given} has a "%" without two digits`);
  if (!given.includes('%')) return given;
  const bytes: number[] = [];
  for (const [piece, digits] of given.matchAll(/%([0-9a-fA-F]{2})|[^%]+/g)) {
    if (digits === undefined) bytes.push(...utf8(piece));
    else bytes.push(Number.parseInt(digits, 16));
  }
  return text(Uint8Array.from(bytes), 'URL');
}

function encoded(given: string, part: Part): string {
  let written = '';
  for (const byte of utf8(given)) {
    const character = String.fromCharCode(byte);
    written +=
      byte < 0x80 && PLAIN[part].test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return written;
}

function unescapeHost(given: string): string {
  for (const [escaped] of given.matchAll(/%.{0,2}/g)) {
    if (/^%[0-7]/.test(escaped) && escaped !== '%25') refuse(`${escaped} in the host`);
  }
  for (const character of given.replace(/%[0-9a-fA-F]{2}/g, '')) {
    if (character < '\u0080' && character !== '%' && !PLAIN.host.test(character)) refuse(`"${character}" in the host`);
  }
  return decoded(given);
}

function requirePort(given: string): void {
  if (!/^(?::\d*)?$/.test(given)) refuse(`the port "${given}"`);
}

function parseHost(scheme: string, host: string): string {
  const open = host.lastIndexOf('[');
  if (open > 0) refuse('a "[" inside of the host');
  if (open === 0) return parseBracketed(host);
  const first = host.indexOf(':');
  if (first >= 0) {
    const isStrict = scheme === 'http' || scheme === 'https';
    requirePort(host.slice(isStrict ? first : host.lastIndexOf(':')));
  }
  return unescapeHost(host);
}

function parseBracketed(host: string): string {
  const close = host.lastIndexOf(']');
  if (close < 0) refuse('the host has no "]"');
  const port = host.slice(close + 1);
  requirePort(port);
  const name = host.slice(1, close);
  const zone = name.indexOf('%25');
  const address = zone < 0 ? unescapeHost(name) : unescapeHost(name.slice(0, zone)) + unescapeZone(name.slice(zone));
  if (!isIPv6(address) || address.endsWith('%')) refuse(`${address} is no address of IPv6`);
  return `[${address}]${port}`;
}

function unescapeZone(given: string): string {
  const zone = decoded(given);
  for (const character of zone.slice(1)) {
    if (character < '\u0080' && character !== ' ' && character !== '%' && !PLAIN.host.test(character))
      refuse(`"${character}" in the zone of the address`);
  }
  return zone;
}

function parseUser(given: string): Url['user'] {
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(given)) refuse(`the user "${given}"`);
  const colon = given.indexOf(':');
  if (colon < 0) return { name: decoded(given) };
  return { name: decoded(given.slice(0, colon)), password: decoded(given.slice(colon + 1)) };
}

function cut(given: string, at: string): [string, string] {
  const index = given.indexOf(at);
  return index < 0 ? [given, ''] : [given.slice(0, index), given.slice(index + at.length)];
}

function splitScheme(given: string): [string, string] {
  if (given.startsWith(':')) refuse('it begins with ":"');
  const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(given) ?? [];
  return scheme === undefined ? ['', given] : [scheme.toLowerCase(), rest];
}

function parse(given: string): Url {
  const [withoutFragment, fragment] = cut(given, '#');
  const url: Url = {
    scheme: '',
    opaque: '',
    host: '',
    hasNoHost: false,
    path: '',
    rawPath: '',
    query: '',
    endsWithQuestionMark: false,
    fragment: '',
    rawFragment: '',
  };
  parseHierarchy(withoutFragment, url);
  url.fragment = decoded(fragment);
  url.rawFragment = fragment;
  return url;
}

function parseHierarchy(given: string, url: Url): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f]/.test(given)) refuse('a control character');
  if (given === '*') {
    url.path = '*';
    return;
  }
  const [scheme, behind] = splitScheme(given);
  url.scheme = scheme;
  url.endsWithQuestionMark = behind.endsWith('?') && behind.indexOf('?') === behind.length - 1;
  let rest = '';
  [rest, url.query] = cut(behind, '?');
  if (!rest.startsWith('/')) {
    if (scheme !== '') {
      url.opaque = rest;
      return;
    }
    if (cut(rest, '/')[0].includes(':')) refuse('a colon in the first segment of its path');
  }
  if (rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    rest = slash < 0 ? '' : rest.slice(slash);
    const at = authority.lastIndexOf('@');
    url.host = parseHost(scheme, authority.slice(at + 1));
    if (at >= 0) {
      const user = parseUser(authority.slice(0, at));
      if (user !== undefined) url.user = user;
    }
  } else if (scheme !== '' && rest.startsWith('/')) {
    url.hasNoHost = true;
  }
  url.path = decoded(rest);
  url.rawPath = rest;
}

function escaped(raw: string, plain: string, part: 'path' | 'fragment'): string {
  return VALID[part].test(raw) ? raw : encoded(plain, part);
}

function userText({ name, password }: NonNullable<Url['user']>): string {
  const user = encoded(name, 'user');
  return password === undefined ? user : `${user}:${encoded(password, 'user')}`;
}

/** The URL as it is written after it was read, which need not be as it was given. */
function write(url: Url): string {
  let written = url.scheme === '' ? '' : `${url.scheme}:`;
  if (url.opaque === '') {
    const isRooted = url.scheme !== '' || url.host !== '' || url.user !== undefined;
    if (isRooted && !(url.hasNoHost && url.host === '' && url.user === undefined)) {
      if (url.host !== '' || url.path !== '' || url.user !== undefined) written += '//';
      if (url.user !== undefined) written += `${userText(url.user)}@`;
      written += encoded(url.host, 'host');
    }
    const path = url.path === '*' ? '*' : escaped(url.rawPath, url.path, 'path');
    if (path !== '' && !path.startsWith('/') && url.host !== '') written += '/';
    if (written === '' && cut(path, '/')[0].includes(':')) written += './';
    written += path;
  } else {
    written += url.opaque;
  }
  if (url.endsWithQuestionMark || url.query !== '') written += `?${url.query}`;
  if (url.fragment !== '') written += `#${escaped(url.rawFragment, url.fragment, 'fragment')}`;
  return written;
}

function hostAndPort(host: string): [string, string] {
  const [, name = host, port = ''] = /^(.*):(\d*)$/s.exec(host) ?? [];
  return [/^\[.*\]$/s.test(name) ? name.slice(1, -1) : name, port];
}

/** The parameters of a query, which is what a text with a leading `?` is. */
function parseQuery(query: string): OttlMap {
  const parameters = new Map<string, OttlValue[]>();
  for (const pair of query.split('&')) {
    if (pair.includes(';')) refuse('a semicolon in its query');
    if (pair === '') continue;
    const [name, value] = cut(pair, '=').map((part) => decoded(part.replaceAll('+', ' ')));
    const values = parameters.get(name ?? '') ?? [];
    values.push(value ?? '');
    parameters.set(name ?? '', values);
  }
  return parameters.size === 0 ? new Map() : new Map<string, OttlValue>([['query', parameters]]);
}

/** The parts of a URL, by the names of the semantic conventions. Throws `OttlError` for what is none. */
export function parseUrl(given: string): OttlMap {
  if (given === '') refuse('it is empty');
  if (given.startsWith('?')) return parseQuery(given.slice(1));
  const url = parse(given);
  const [domain, port] = hostAndPort(url.host);
  const map = new Map<string, OttlValue>([
    ['url.original', write(url)],
    ['url.domain', domain],
    ['url.scheme', url.scheme],
    ['url.path', url.path],
  ]);
  if (port !== '') {
    if (BigInt(port) >= 2n ** 63n) refuse(`the port ${port}`);
    map.set('url.port', BigInt(port));
  }
  if (url.fragment !== '') map.set('url.fragment', url.fragment);
  if (url.user !== undefined) {
    map.set('url.user_info', userText(url.user));
    if (url.user.name !== '') map.set('url.username', url.user.name);
    if (url.user.password !== undefined) map.set('url.password', url.user.password);
  }
  if (url.query !== '') map.set('url.query', url.query);
  const extension = /\.([^.]+)$/s.exec(url.path)?.[1];
  if (extension !== undefined) map.set('url.extension', extension);
  return map;
}
