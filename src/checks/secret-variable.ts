import type { CollectorModel } from '../model/collector';
import type { Issue } from '../model/issue';
import { hasUrlPassword, isSecretVariable, mayBeSecret } from '../model/secret-name';
import { envReads } from './environment';
import { secretReads } from './fields';
import { error, placedAt, type Rule, warning } from './rule';

/** Secrets that a collector's environment holds as plain text: read into a field with a secret, or called after one. */
export const secretVariable: Rule = ({ collectors }) => collectors.flatMap((collector) => [...literals(collector)]);

const fix = "Keep the value in a Secret: valueFrom: { secretKeyRef: … } in YAML, secret('name', 'key') in TypeScript.";

function* literals(collector: CollectorModel): Generator<Issue> {
  const plain = Object.entries(collector.env).flatMap(([name, source]) =>
    source.kind === 'value' ? [{ name, value: source.value }] : [],
  );
  // Most are about nothing secret, and what reads them takes a while to ask.
  const read = plain.some(({ name, value }) => mayBeSecret(value) && envReads(collector).has(name))
    ? secretReads(collector)
    : new Set();
  for (const { name, value } of plain) {
    const isSecret = hasUrlPassword(value) || (mayBeSecret(value) && read.has(name));
    if (!isSecret && !(mayBeSecret(value) && isSecretVariable(name))) continue;
    const path = `${collector.path}/env/${name}`;
    // A name alone may say otherwise than it is.
    const issue = isSecret
      ? error('secret-literal', path, `the variable "${name}" holds a secret as plain text.`, fix)
      : warning(
          'secret-literal',
          path,
          `the variable "${name}" is called after a secret, and its value is plain text.`,
          fix,
        );
    yield placedAt(issue, ['env', name, 'value']);
  }
}
