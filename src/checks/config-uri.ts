import { strings } from '../model/config';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { envOf, placeholder, type Reference, references, unreadReference } from '../model/reference';
import { isEnvName } from '../model/value';
import { pathTo } from '../view/view';
import { error, listed, perCollector, warning } from './rule';

/** The confmap providers of the contrib distribution (opentelemetry-collector-releases, manifest.yaml). */
const schemes = ['env', 'file', 'yaml', 'http', 'https', 'aes', 's3', 'secretsmanager', 'googlesecretmanager'];

/** References `${…}` that the collector cannot resolve (confmap's expand.go, envprovider). */
export const configUri = perCollector(function* (view) {
  for (const { text, path } of strings(view.config)) {
    if (!text.includes('${')) continue;
    const at = pathTo(view, path);
    for (const reference of references(text)) yield* unresolvable(reference, at);
    const unread = unreadReference(text);
    if (unread !== undefined) {
      const message = `the collector does not replace ${unread}, because an escaped "$\${…}" stands before it in the text.`;
      yield warning('config-uri', at, message, 'Put the escaped part behind it, or into another text.');
    }
  }
});

function* unresolvable(reference: Reference, at: string): Generator<Issue> {
  const shown = `\${${reference.uri.replaceAll(placeholder, '…')}}`;
  const { source } = reference;
  // An inner reference may give the source.
  if (source?.scheme.includes(placeholder)) return;
  if (source === undefined || (!schemes.includes(source.scheme) && source.opaque.startsWith('-'))) {
    const fix = `Write \${env:NAME} or \${env:NAME:-default}, and "$$" for a plain "$".`;
    yield error('config-uri', at, `${shown} names no source of configuration.`, fix);
  } else if (!schemes.includes(source.scheme)) {
    const message = `the collector has no source of configuration "${source.scheme}", as in ${shown}.`;
    yield error('config-uri', at, message, didYouMean(source.scheme, schemes, `Known are ${listed(schemes)}.`));
  } else if (source.opaque.includes('$')) {
    yield error('config-uri', at, `${shown} contains a "$".`, 'Take the "$" out of the name and the default.');
  } else {
    yield* badName(reference, shown, at);
  }
}

function* badName(reference: Reference, shown: string, at: string): Generator<Issue> {
  const variable = envOf(reference);
  // An inner reference may give any part of a name.
  if (variable === undefined || isEnvName(variable.name.replaceAll(placeholder, '_'))) return;
  const message = `"${variable.name}" in ${shown} is no name of an environment variable.`;
  const fix = `Use letters, digits and "_", no digit first; for a plain "$", write "$$".`;
  yield error('env-name', at, message, fix);
}
