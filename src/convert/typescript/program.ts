import { dump } from 'js-yaml';
import type { ConfigMap } from '../../model/config';
import type { Release } from '../../model/release';
import { apiObject, writeCollector } from './api-object';
import { changeStatements } from './changes';
import type { Choices } from './choice';
import {
  blankLine,
  type Code,
  call,
  method,
  object,
  plain,
  type SourceFile,
  type Statement,
  standingFor,
  string,
} from './code';
import { type Besides, divisionOf } from './division';
import type { Form, ImportedObject, Made, Place } from './form';
import { fileForms, formsOf } from './forms';
import { type FunctionDraft, functionFile, paramsOf } from './function-file';
import { Handles } from './handles';
import { importsOf, known } from './imports';
import { namespaceOf } from './kinds';
import { monitoringRank } from './monitoring/forms';
import { constructId, kebabCase, Names } from './names';
import type { ImportedFile, Plan } from './plan';
import { Unfit } from './unfit';
import { withoutUnused } from './unused';
import { withComments } from './with-comments';

/** A program, and which object each of its constructs makes. */
export interface Program {
  readonly files: readonly SourceFile[];
  /** The ids of objects and files by the paths of the constructs that stand for them. */
  readonly constructs: ReadonlyMap<string, string>;
  /** The children that are the objects, by the paths of constructs that make others besides, where they are not the main ones. */
  readonly children: ReadonlyMap<string, string>;
  /** The paths of the constructs by the ids of objects and files. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** The ids of objects that could not be said in the form that was chosen, and why. */
  readonly unfit: ReadonlyMap<string, string>;
}

/** Writes what is planned. */
export function writeProgram(plan: Plan, choices: Choices, release: Release): Program {
  return new Writer(plan, choices, release).write();
}

/** What a file besides is to have: a function that makes objects. */
interface PlannedFunction {
  readonly name: string;
  /** Without its ending. */
  readonly path: string;
  readonly objects: readonly ImportedObject[];
}

class Writer {
  private readonly unfit = new Map<string, string>();
  private readonly constructs = new Map<string, string>();
  private readonly children = new Map<string, string>();
  private readonly namespace: string | undefined;
  private readonly ids: Set<string>;
  private readonly contents: readonly ConfigMap[];
  private readonly main = new Names([...known, 'app', 'chart', 'cluster']);
  private readonly handles = new Handles(this.main);
  private readonly mainShared = new Map<string, Code>();
  private readonly paths = new Set<string>();
  private readonly usedCharts = new Set<string>(['chart']);

  constructor(
    private readonly plan: Plan,
    private readonly choices: Choices,
    private readonly release: Release,
  ) {
    this.ids = new Set([...plan.objects, ...plan.files].map(({ id }) => id));
    this.contents = plan.objects.map(({ content }) => content);
    this.namespace = commonest(this.contents.map(namespaceOf).filter((namespace) => namespace !== undefined));
  }

  write(): Program {
    const { main, besides } = divisionOf(this.plan, this.choices);
    const planned = besides.map((one) => this.plannedFunction(one));
    const body = main.flatMap((one) => this.object(one, this.main, this.mainShared));
    const written = this.plan.files.map((file) => this.file(file));
    // Behind the hubs, whose variables they are given.
    const functions = planned.map((one) => this.function(one, planned));
    const given = new Set(functions.flatMap(({ params }) => params.map(({ name }) => name)));
    return {
      files: [
        this.mainFile([...body, ...written.flatMap(({ statements }) => statements)], functions, written),
        ...functions.map((one) => functionFile(one, given.has(one.parts), this.handles.given)),
      ],
      constructs: this.constructs,
      children: this.children,
      paths: inverted(this.constructs),
      unfit: this.unfit,
    };
  }

  private mainFile(
    body: readonly Statement[],
    functions: readonly FunctionDraft[],
    files: readonly { readonly write: Statement }[],
  ): SourceFile {
    const charts = [...this.usedCharts].map((chart): Statement => {
      const namespace = chart === 'chart' ? this.namespace : undefined;
      const props = namespace === undefined ? [] : [object([['namespace', string(namespace)]])];
      return {
        kind: 'const',
        name: chart,
        value: call('new Chart', plain('app'), string(this.chartId(chart)), ...props),
      };
    });
    const statements = withoutUnused([
      { kind: 'const', name: 'app', value: call('new MdaiApp') },
      ...charts,
      blankLine,
      ...body,
      blankLine,
      ...functions.map(
        ({ name, params, parts }): Statement => ({
          kind: 'const',
          name: parts,
          value: call(name, ...params.map((param) => plain(param.name))),
        }),
      ),
      blankLine,
      { kind: 'run', value: method(plain('app'), 'synth') },
      ...files.map(({ write }) => write),
    ]);
    const local = functions.map(({ name, path }) => ({ module: `./${path.replace(/\.ts$/, '')}`, names: [name] }));
    return {
      path: 'main.ts',
      imports: [...importsOf(statements), ...local.sort((a, b) => (a.module < b.module ? -1 : 1))],
      body: statements,
    };
  }

  private plannedFunction({ stem, folder, objects }: Besides): PlannedFunction {
    const name = this.main.claim(stem, `${stem}_objects`);
    return { name, path: this.freePath(`${folder}${stem}`), objects };
  }

  /** A function that makes objects in the charts, and with what others have made, that it is given. */
  private function({ name, path, objects }: PlannedFunction, planned: readonly PlannedFunction[]): FunctionDraft {
    const others = planned.map((one) => one.name);
    const names = new Names([
      ...known,
      'chart',
      'cluster',
      ...this.handles.given.keys(),
      ...others.filter((one) => one !== name),
    ]);
    const shared = new Map<string, Code>();
    const charts = [...new Set(objects.map((one) => this.chartOf(one)))].sort();
    const body = objects.flatMap((one) => this.object(one, names, shared));
    const params = paramsOf(body, charts, this.handles.given);
    return this.handles.addParts({ name, path, params, body, parts: this.main.claim(`${name}_parts`) }, names);
  }

  private freePath(stem: string): string {
    for (let i = 1; ; i++) {
      const path = i === 1 ? `${stem}.ts` : `${stem}-${i}.ts`;
      if (this.paths.has(path)) continue;
      this.paths.add(path);
      return path;
    }
  }

  private chartId(chart: string): string {
    if (chart === 'chart') return constructId(this.namespace ?? 'telemetry');
    return this.namespace === 'cluster' ? 'cluster-wide' : 'cluster';
  }

  private chartOf({ content }: ImportedObject): string {
    const chart = this.namespace !== undefined && namespaceOf(content) === undefined ? 'cluster' : 'chart';
    this.usedCharts.add(chart);
    return chart;
  }

  private place(names: Names, shared: Map<string, Code>, chart: string): Place {
    return {
      names,
      shared,
      chart,
      namespace: chart === 'chart' ? this.namespace : undefined,
      release: this.release,
      ...this.handles.usableIn(shared === this.mainShared),
      objects: this.contents,
      freeId: (proposal) => this.freeId(proposal),
    };
  }

  private freeId(proposal: string): string {
    for (let i = 1; ; i++) {
      const id = i === 1 ? proposal : `${proposal}-${i}`;
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      return id;
    }
  }

  private object(imported: ImportedObject, names: Names, shared: Map<string, Code>): readonly Statement[] {
    const { form, changes, reason } = this.choices.get(imported.id) ?? { form: 0, changes: [] };
    const forms = formsOf(imported.content);
    const place = this.place(names, shared, this.chartOf(imported));
    const made = this.attempt(imported, forms[form] ?? apiObject, place);
    for (const id of [made.within?.id ?? imported.id, ...(made.also ?? [])]) {
      this.constructs.set(`${this.chartId(place.chart)}/${id}`, imported.id);
    }
    if (made.within) this.children.set(`${this.chartId(place.chart)}/${made.within.id}`, made.within.child);
    this.handles.add(imported.content, made, names);
    const claims = changes.length > 0 && made.part === undefined;
    const variable = made.variable ?? (claims ? names.claim(...made.proposals) : undefined);
    // A monitoring object has several constructs: one of them in place of another needs no reason.
    const isConstruct = monitoringRank(imported.content) >= 0 && form < forms.length - 1;
    const comment = reason === undefined || isConstruct ? undefined : `As it was read: ${reason}`;
    const value = standingFor(made.value, imported.content);
    const main: Statement = variable === undefined ? { kind: 'run', value } : { kind: 'const', name: variable, value };
    const changed = made.part?.variable ?? variable;
    const child = made.part?.id ?? made.within?.child;
    const body = [
      // What one construct makes of several objects stands together.
      ...(made.part && made.before.length === 0 ? [] : [blankLine]),
      ...made.before,
      ...(made.before.length > 1 ? [blankLine] : []),
      { ...main, ...(comment && { comment }) },
      ...(changed === undefined ? [] : changeStatements(changed, imported.content, changes, child)),
      ...made.after,
      ...(made.part ? [] : [blankLine]),
    ];
    const besides = this.plan.objects.filter(({ id }) => this.choices.get(id)?.by === imported.id);
    return withComments(body, [imported, ...besides]);
  }

  /** Writes into copies, so that a form that fails leaves nothing behind. */
  private attempt(imported: ImportedObject, form: Form, place: Place): Made {
    const names = place.names.copy();
    const shared = new Map(place.shared);
    try {
      const made = form(imported, { ...place, names, shared });
      place.names.adopt(names);
      for (const [key, value] of shared) place.shared.set(key, value);
      return made;
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      this.unfit.set(imported.id, error.message);
      return apiObject(imported, place);
    }
  }

  private file(imported: ImportedFile): {
    readonly statements: readonly Statement[];
    readonly write: Statement;
  } {
    const { id, path, content } = imported;
    const choice = this.choices.get(id);
    const write = (text: Code) => ({ kind: 'run', value: call('writeFileSync', string(path), text) }) as const;
    const commented = (statements: readonly Statement[]) => withComments(statements, [imported]);
    const asRead = (comment?: string) => {
      const text = write(string(dump(content, { lineWidth: -1 })));
      const value = standingFor(text.value, content);
      const [statement = text] = commented([{ ...text, value, ...(comment !== undefined && { comment }) }]);
      return { statements: [], write: statement };
    };
    const forms = fileForms(content);
    const form = choice?.form ?? 0;
    if (form >= forms - 1) {
      return asRead(`As it was read: ${choice?.reason}`);
    }
    const names = this.main.copy();
    const shared = new Map(this.mainShared);
    try {
      const place = this.place(names, shared, 'chart');
      this.constructs.set(`${this.chartId('chart')}/${id}`, id);
      const { statements, variable } = writeCollector(
        kebabCase(path.replace(/\.ya?ml$/, '')),
        id,
        content,
        place,
        form < forms - 2,
      );
      this.main.adopt(names);
      for (const [key, value] of shared) this.mainShared.set(key, value);
      return { statements: commented(statements), write: write(call(`${variable}.toYaml`)) };
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      this.unfit.set(id, error.message);
      return asRead();
    }
  }
}

function inverted(map: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const [key, value] of map) {
    const keys = out.get(value) ?? [];
    keys.push(key);
    out.set(value, keys);
  }
  return out;
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
