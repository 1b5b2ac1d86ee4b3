import { type Editor, editor } from './function';

export const setEditors = {
  set: editor({
    parameters: { target: 'target', value: 'any' },
    make:
      ({ target, value }) =>
      (place) => {
        const given = value(place);
        // Nil changes nothing as long as the gate ottl.set.allowNil is closed, which it is in every known release.
        if (given !== null) target.set(place, given);
      },
  }),
} satisfies Record<string, Editor>;
