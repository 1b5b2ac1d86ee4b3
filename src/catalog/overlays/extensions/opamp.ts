import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, nonNegativeDuration, rules } from '../parts';

// A UUID in one of its forms, or a ULID.
const uuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
const instance: JsonSchema = {
  pattern: `^$|^(?:[uU][rR][nN]:[uU][uU][iI][dD]:)?${uuid}$|^\\{${uuid}\\}$|^[0-9a-fA-F]{32}$|^[0-7][^]{25}$`,
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      server: {
        ...fields({
          ws: { properties: {}, required: ['endpoint'] },
          http: { ...fields({ polling_interval: nonNegativeDuration }), required: ['endpoint'] },
        }),
        ...rules({
          holds: (server) => server.has('ws') !== server.has('http'),
          message: 'needs either "ws" or "http"',
          fix: 'Keep one of the two.',
        }),
      },
      capabilities: fields({
        accepts_restart_command: { 'x-gate': { when: true, gate: 'extension.opampextension.RemoteRestarts' } },
      }),
      instance_uid: instance,
    }),
    required: ['server'],
  },
};
