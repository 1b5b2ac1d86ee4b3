import type { Overlay } from '../../overlay';
import { bothOrNeither, each, fields, loadedTls, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      hosts: { minItems: 1, ...each({ 'x-null': 'refused', ...fields({}), required: ['endpoint'] }) },
      scheme: oneOf('', 'mongodb', 'mongodb+srv'),
      tls: loadedTls,
    }),
    ...rules(bothOrNeither('username', 'password'), {
      field: 'hosts',
      holds: (mongo) => mongo.text('scheme') !== 'mongodb+srv' || mongo.list('hosts').length <= 1,
      message: 'is more than one host, which the scheme "mongodb+srv" does not take',
      fix: 'Keep one.',
    }),
  },
};
