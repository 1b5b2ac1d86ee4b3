import type { JsonSchema } from '../facts';
import type { SectionRule } from '../section-rule';
import { atMost, values } from './parts';

/** Headers that a message must have. */
export const headers: JsonSchema = {
  ...values({ minLength: 1, 'x-null': 'refused' }),
  propertyNames: { minLength: 1 },
};

/** What receivers of webhooks check, whose sender sets some headers itself. */
export const webhookRules = (sender: string, own: readonly string[]): readonly SectionRule[] => [
  atMost('read_timeout', '10s'),
  atMost('write_timeout', '10s'),
  {
    field: 'required_headers',
    holds: (webhook) =>
      !webhook
        .section('required_headers')
        .keys()
        .some((name) => own.includes(name)),
    message: `hold a header that ${sender} sets itself`,
    fix: `Leave out ${own.join(', ')}.`,
  },
];
