import { isAtLeast } from '../model/release';

/** Which names a Prometheus asks for: those with any characters, or those with underscores instead. */
export type NameScheme = 'utf8' | 'underscores';

/** The scheme of a Prometheus release, unless its configuration says otherwise. */
export function schemeOf(version: string): NameScheme {
  return isAtLeast(version.replace(/^v/, '').replace(/-.*$/, ''), '3.0.0') ? 'utf8' : 'underscores';
}

/** A name as it is served to whom has a scheme: each other character becomes an underscore. */
export function inScheme(name: string, scheme: NameScheme): string {
  if (scheme === 'utf8') return name;
  return [...name]
    .map((letter, i) => ((i === 0 ? /[a-zA-Z_:]/ : /[a-zA-Z0-9_:]/).test(letter) ? letter : '_'))
    .join('');
}
