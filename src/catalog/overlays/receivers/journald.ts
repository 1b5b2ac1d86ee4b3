import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

const isAbsolute = (path: string) => path.startsWith('/');

export const overlay: Overlay = {
  schema: {
    ...fields({
      start_at: oneOf('beginning', 'end'),
      journalctl_path: { pattern: '\\S', 'x-null': 'refused' },
      matches: each(
        rules({
          holds: (match) => match.keys().every((name) => /^[_A-Z]+$/.test(name)),
          message: 'names a field that the journal cannot have',
          fix: 'Write capital letters and "_", e.g. "_SYSTEMD_UNIT".',
        }),
      ),
    }),
    ...rules(
      {
        field: 'journalctl_path',
        holds: (log) => !log.given('root_path') || isAbsolute(log.text('journalctl_path')),
        message: 'is no absolute path, which "root_path" needs',
        fix: 'Write e.g. "/usr/bin/journalctl".',
      },
      {
        field: 'root_path',
        holds: (log) => !log.given('root_path') || isAbsolute(log.text('root_path')),
        message: 'is no absolute path',
        fix: 'Write a path that begins with "/".',
      },
    ),
  },
};
