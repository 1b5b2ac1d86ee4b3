import type { Overlay } from '../../overlay';
import { each, fields, oneOf, regexp, rules } from '../parts';
import { matchesOneOf } from '../structs/attributes';

const match = rules(matchesOneOf('span'));

export const overlay: Overlay = {
  schema: {
    ...fields({
      include: match,
      exclude: match,
      name: fields({ to_attributes: fields({ rules: each(regexp) }) }),
      status: {
        ...fields({ code: oneOf('Ok', 'Error', 'Unset') }),
        required: ['code'],
        ...rules({
          field: 'description',
          holds: (status) => !status.given('description') || status.text('code') === 'Error',
          message: 'is only for the code "Error"',
          fix: 'Remove it.',
        }),
      },
    }),
    ...rules({
      holds: (span) =>
        span.given('name.from_attributes') || span.given('name.to_attributes.rules') || span.has('status'),
      message: 'changes nothing',
      fix: 'Add "from_attributes" or "to_attributes" under "name", or "status".',
    }),
  },
};
