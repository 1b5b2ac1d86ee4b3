import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { formats } from '../../shared-formats';
import { each, fields, oneOf, rules } from '../parts';

const isRegexp = formats['go-regexp'];

const compiles = (field: string, ...scrapers: readonly string[]): SectionRule => ({
  field,
  holds: (kafka) => {
    const isRead = kafka.list('scrapers').some((name) => scrapers.includes(String(name)));
    return !isRead || isRegexp(kafka.text(field));
  },
  message: 'is no regular expression of Go',
  fix: 'Correct it; for what is not to match, write "!" before it.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({ scrapers: each({ ...oneOf('brokers', 'topics', 'consumers'), 'x-null': 'refused' }) }),
    ...rules(compiles('topic_match', 'topics', 'consumers'), compiles('group_match', 'consumers')),
  },
};
