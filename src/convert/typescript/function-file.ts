import {
  blankLine,
  type Code,
  type Import,
  object,
  type Parameter,
  plain,
  type SourceFile,
  type Statement,
} from './code';
import { importsOf, namesIn } from './imports';
import type { Reached } from './inlets';
import { withoutUnused } from './unused';

/** What functions can be given: a variable of `main.ts`. */
export interface Given {
  readonly type: string;
  /** Where the type comes from, where it is not this library's. */
  readonly from?: Import;
}

/** A function that makes objects, in a file of its own. */
export interface FunctionDraft {
  readonly name: string;
  readonly path: string;
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
  /** What others may want to send to. */
  readonly collector?: Reached;
  /** The variable of `main.ts` that holds what the function returns. */
  readonly parts: string;
}

/** The parameters of a function: its charts, and what its statements read of what is there. */
export function paramsOf(
  body: readonly Statement[],
  charts: readonly string[],
  given: ReadonlyMap<string, Given>,
): readonly Parameter[] {
  const used = new Set<string>();
  for (const statement of body) namesIn(statement, used);
  return [
    ...charts.map((name) => ({ name, type: 'Chart' })),
    ...[...given].filter(([name]) => used.has(name)).map(([name, { type }]) => ({ name, type })),
  ];
}

/** The file of a function, which returns its collector and the receivers where another function is given them. */
export function functionFile(draft: FunctionDraft, isGiven: boolean, given: ReadonlyMap<string, Given>): SourceFile {
  const { name, path, params, collector } = draft;
  const returned: readonly Statement[] =
    isGiven && collector ? [blankLine, { kind: 'return', value: partsCode(collector) }] : [];
  const statement: Statement = { kind: 'function', name, params, body: withoutUnused([...draft.body, ...returned]) };
  const local = params.flatMap((param) => given.get(param.name)?.from ?? []);
  return {
    path,
    imports: [...importsOf([statement], [...new Set(params.map(({ type }) => type))]), ...local],
    body: [statement],
  };
}

/** What a function gives to others of its collector. */
export function givenOf({ name, path }: FunctionDraft): Given {
  const module = `./${path.replace(/^.*\//, '').replace(/\.ts$/, '')}`;
  return { type: `ReturnType<typeof ${name}>`, from: { module, names: [], types: [name] } };
}

/** A collector as other functions know it. */
export function inParts(collector: Reached, parts: string): Reached {
  const within = (code: Code) => plain(`${parts}.${code.kind === 'plain' ? code.text : ''}`);
  const receivers = [...collector.receivers].map(
    ([id, { variable, known }]) => [id, { variable: within(variable), known }] as const,
  );
  return { ...collector, variable: within(collector.variable), receivers: new Map(receivers) };
}

function partsCode({ variable, receivers }: Reached): Code {
  const codes = [variable, ...[...receivers.values()].map((receiver) => receiver.variable)];
  return object(codes.map((code) => [code.kind === 'plain' ? code.text : '', code]));
}
