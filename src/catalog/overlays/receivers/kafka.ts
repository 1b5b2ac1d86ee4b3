import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { each, fields, regexp, rules } from '../parts';

const topics: JsonSchema = {
  ...fields({ exclude_topics: each({ ...regexp, minLength: 1 }) }),
  ...rules({
    field: 'exclude_topics',
    holds: (topics) =>
      !topics.given('exclude_topics') || topics.list('topics').some((topic) => String(topic).startsWith('^')),
    message: 'takes something away from topics that are all named',
    fix: 'Write a topic that is a regular expression, with "^" at its beginning.',
  }),
};

export const overlay: Overlay = { schema: fields({ logs: topics, metrics: topics, traces: topics, profiles: topics }) };
