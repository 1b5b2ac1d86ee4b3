import type { Argument, Call } from '../ast';
import type { Bound } from './arguments';
import type { Environment } from './field';
import { type OttlFinding, refused } from './finding';
import { literalText } from './literals';
import type { StartRule } from './start-rule';
import { startRules } from './start-rules';

/** The arguments of a call, by the names of their parameters. */
export class Arguments {
  constructor(private readonly bound: readonly Bound[]) {}

  /** `undefined` where it is left out. */
  value(name: string): Argument['value'] | undefined {
    return this.bound.find(({ parameter }) => parameter.name === name)?.argument.value;
  }

  has(name: string): boolean {
    return this.value(name) !== undefined;
  }

  /** The text of an argument; `undefined` where it is none, or not known here. */
  text(name: string): string | undefined {
    return literalText(this.value(name));
  }

  int(name: string): bigint | undefined {
    const value = this.value(name);
    return value?.kind === 'int' ? value.value : undefined;
  }

  /** The items of a list; `undefined` where it is none. */
  items(name: string): readonly Argument['value'][] | undefined {
    const value = this.value(name);
    return value?.kind === 'list' ? value.items : undefined;
  }
}

/** What a function refuses when the collector starts, though its arguments are of the right types. */
export function startFinding(call: Call, bound: readonly Bound[], environment: Environment): OttlFinding | undefined {
  const rules: readonly StartRule[] = Object.hasOwn(startRules, call.name) ? (startRules[call.name] ?? []) : [];
  const given = new Arguments(bound);
  for (const rule of rules) {
    const broken = rule(given, environment.release);
    if (broken === undefined) continue;
    const at = (broken.argument === undefined ? undefined : given.value(broken.argument)) ?? call;
    return refused('ottl-type', at, `${call.name}: ${broken.message}.`, broken.fix);
  }
  return undefined;
}
