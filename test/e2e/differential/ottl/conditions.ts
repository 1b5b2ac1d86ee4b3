import type { Dice } from '../dice';
import { call, converters, path, type Setting, value } from './expressions';

const OPERATORS = ['<', '<=', '>', '>='] as const;

/** More often what most values meet, since a value of another type, or none, meets nothing else. */
const ANY_OPERATOR = ['==', '!=', '!=', '!=', ...OPERATORS] as const;
const TYPES = ['string', 'int', 'float', 'bool', 'any', 'time', 'duration', 'map', 'slice', 'id', 'bytes'] as const;

/** A condition, true of about half of the records. */
export function condition(dice: Dice, setting: Setting, depth = 2): string {
  const kind = dice.weighted<'simple' | 'compound' | 'not' | 'group' | 'constant'>(
    [10, 'simple'],
    [depth > 0 ? 3 : 0, 'compound'],
    [depth > 0 ? 2 : 0, 'not'],
    [depth > 0 ? 1 : 0, 'group'],
    [depth < 2 ? 1 : 0, 'constant'],
  );
  switch (kind) {
    case 'simple':
      return simple(dice, setting);
    case 'compound': {
      const operators = dice.pick([['and'], ['or'], ['or'], ['and', 'or'], ['or', 'and']]);
      const terms = [
        condition(dice, setting, depth - 1),
        ...operators.map((one) => `${one} ${condition(dice, setting, depth - 1)}`),
      ];
      return terms.join(' ');
    }
    case 'not':
      return dice.chance(50) ? `not (${condition(dice, setting, depth - 1)})` : `not ${simple(dice, setting)}`;
    case 'group':
      return `(${condition(dice, setting, depth - 1)})`;
    case 'constant':
      return dice.pick(['true', 'true', 'false']);
  }
}

function simple(dice: Dice, setting: Setting): string {
  const kind = dice.weighted<'equal' | 'ordered' | 'nil' | 'call' | 'free' | 'guarded' | 'applied' | 'now'>(
    [5, 'equal'],
    [3, 'ordered'],
    [2, 'nil'],
    [6, 'call'],
    [4, 'free'],
    [1, 'guarded'],
    [8, 'applied'],
    [1, 'now'],
  );
  switch (kind) {
    case 'equal': {
      const { text, literals } = path(dice, setting);
      return `${text} ${dice.pick(['==', '!='])} ${dice.pick(literals)}`;
    }
    case 'ordered': {
      const { text, literals } = path(dice, setting, dice.pick(['int', 'float', 'string', 'any', 'time']));
      return `${text} ${dice.pick(OPERATORS)} ${dice.pick(literals)}`;
    }
    case 'nil':
      return `${path(dice, setting).text} ${dice.pick(['==', '!=', '!='])} nil`;
    case 'call':
      return call(dice, setting, dice.pick(converters(setting, 'bool')), 1);
    case 'free': {
      const type = dice.pick(TYPES);
      const right = dice.chance(75) ? value(dice, setting, type, 1) : value(dice, setting, dice.pick(TYPES), 1);
      return `${value(dice, setting, type, 2)} ${dice.pick(ANY_OPERATOR)} ${right}`;
    }
    case 'applied': {
      const row = dice.pick(converters(setting, 'any'));
      const operator = dice.pick(ANY_OPERATOR);
      return `${call(dice, setting, row, 1)} ${operator} ${value(dice, setting, row.gives, 0)}`;
    }
    // The telemetry is older, so that it does not count when exactly this runs.
    case 'now':
      return `Now() ${dice.pick(['!=', ...OPERATORS])} ${path(dice, setting, 'time').text}`;
    case 'guarded': {
      const { text } = path(dice, setting, 'string');
      return `(${text} != nil and HasPrefix(${text}, "a"))`;
    }
  }
}
