import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { knownEncoding } from '../encodings';
import { each, fields, oneOf, regexp, rules } from '../parts';
import { leastBytes } from '../sizes';

const fromBeginning = (field: string): SectionRule => ({
  field,
  holds: (log) => !log.given(field) || log.text('start_at', 'end') !== 'end',
  message: 'needs files to be read from their beginning',
  fix: 'Write "start_at: beginning".',
});

/** Patterns of paths, with their brackets closed. */
const glob = each({ pattern: '^(?:\\\\[^]|\\[[^\\]]+\\]|\\{(?:[^{}]|\\{[^{}]*\\})*\\}|[^\\[\\\\{])*$' });

const sortType = {
  ...oneOf('numeric', 'alphabetical', 'timestamp', 'mtime'),
  'x-gate': { gate: 'filelog.mtimeSortType', when: 'mtime' },
};

const keyOfSort: SectionRule = {
  field: 'regex_key',
  holds: (sort) => sort.given('regex_key') || !sort.given('sort_type') || sort.text('sort_type') === 'mtime',
  message: 'is needed for sorting by a part of the name',
  fix: 'Write the name of a group of "regex".',
};

const layoutOfTime: SectionRule = {
  field: 'layout',
  holds: (sort) => sort.text('sort_type') !== 'timestamp' || sort.given('layout'),
  message: 'is needed for sorting by time',
  fix: 'Write e.g. "%Y-%m-%d".',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      start_at: oneOf('beginning', 'end'),
      max_log_size_behavior: oneOf('split', 'truncate'),
      on_truncate: oneOf('ignore', 'read_whole_file', 'read_new'),
      delete_after_read: { 'x-before': { '0.159.0': { 'x-gate': { gate: 'filelog.allowFileDeletion', when: true } } } },
      include: glob,
      exclude: glob,
      ordering_criteria: fields({
        regex: regexp,
        group_by: regexp,
        sort_by: each({
          ...fields({ sort_type: sortType }),
          required: ['sort_type'],
          ...rules(keyOfSort, layoutOfTime),
        }),
      }),
      header: fields({ pattern: regexp }),
    }),
    required: ['include'],
    ...rules(
      fromBeginning('delete_after_read'),
      fromBeginning('header'),
      knownEncoding,
      leastBytes('fingerprint_size', 16),
      leastBytes('max_log_size', 1),
      leastBytes('max_concurrent_files', 1),
      leastBytes('max_batches', 0),
      {
        field: 'ordering_criteria.top_n',
        holds: (log) => !log.given('ordering_criteria.sort_by') || log.number('ordering_criteria.top_n') >= 0,
        message: 'is less than 0',
        fix: 'Write 0 or more.',
      },
      {
        field: 'ordering_criteria.regex',
        holds: (log) =>
          !log.given('ordering_criteria.sort_by') ||
          log.given('ordering_criteria.regex') ||
          log.sections('ordering_criteria.sort_by').every((sort) => sort.text('sort_type') === 'mtime'),
        message: 'is needed for sorting by a part of the name',
        fix: 'Write a regular expression with named groups.',
      },
    ),
  },
};
