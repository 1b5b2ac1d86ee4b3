import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { fields, notEmpty, rules } from '../parts';

/** The Docker API's least version that the collector speaks. */
const least = [1, 44];

function isNewEnough(version: string): boolean {
  const parts = version.trim().split('.');
  if (version.trim() === '' || parts.length > 2) return false;
  const [major = 0, minor = 0] = parts.map((part) => (/^\s*[+-]?\d*\s*$/.test(part) ? Number(part) : Number.NaN));
  return major > (least[0] ?? 0) || (major === least[0] && minor >= (least[1] ?? 0));
}

const isGiven = (name: string) => ({
  field: name,
  holds: (docker: Section) => !docker.keys().includes(name) || docker.duration(name) !== 0,
  message: 'is 0',
  fix: 'Write a duration, e.g. "5s".',
});

/** It passes over fields that it does not know. */
const docker: JsonSchema = {
  'x-unknown': 'all-ignored',
  'x-unknown-since': '0.159.0',
  ...fields({ endpoint: notEmpty, api_version: { 'x-null': 'refused' } }),
  ...rules(
    {
      field: 'api_version',
      holds: (docker) => isNewEnough(docker.text('api_version', least.join('.'))),
      message: `is not a version of at least ${least.join('.')}`,
      fix: 'Write it in quotes, or leave it out.',
    },
    isGiven('timeout'),
    isGiven('cache_sync_interval'),
  ),
};

export const overlay: Overlay = { schema: docker, provides: ['observer'] };
