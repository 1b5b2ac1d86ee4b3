import type { Overlay } from '../../overlay';
import { rules } from '../parts';

const schemes = ['clickhouse', 'tcp', 'http', 'https'];

export const overlay: Overlay = {
  schema: {
    required: ['endpoint'],
    ...rules({
      field: 'endpoint',
      holds: (clickhouse) =>
        !clickhouse.given('endpoint') ||
        schemes.some((scheme) => clickhouse.text('endpoint').startsWith(`${scheme}://`)),
      message: `has none of the schemes ${schemes.join(', ')}`,
      fix: 'Write e.g. "clickhouse://host:9000".',
    }),
  },
};
