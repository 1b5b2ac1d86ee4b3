import { dump } from 'js-yaml';
import { at, type ConfigMap } from '../../model/config';
import type { Release } from '../../model/release';
import { apiObject, writeCollector } from './api-object';
import { changeStatements } from './changes';
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
import {
  type Change,
  collectorKey,
  type Form,
  type HubVariables,
  type ImportedObject,
  type Made,
  type Place,
  type PrometheusVariable,
  scrapedKey,
} from './form';
import { fileForms, formsOf } from './forms';
import { type FunctionDraft, functionFile, type Given, givenOf, inParts, paramsOf } from './function-file';
import { importsOf, known } from './imports';
import type { Reached } from './inlets';
import { isMonitor, isPrometheus, isRules, monitoringRank } from './monitoring/forms';
import { scrapeTarget } from './monitoring/monitors';
import { camelCase, constructId, kebabCase, Names } from './names';
import type { ImportedFile, Plan } from './plan';
import { targetsFirst } from './targets-first';
import { Unfit } from './unfit';
import { withoutUnused } from './unused';
import { withComments } from './with-comments';

/** How an object is said: by which of its forms, with what changes behind it, and why not by a better one. */
export interface Choice {
  readonly form: number;
  readonly changes: readonly Change[];
  readonly reason?: string;
  /** The object whose construct makes this one, too. */
  readonly by?: string;
}

/** What was decided of each object and file, by its construct's id. */
export type Choices = ReadonlyMap<string, Choice>;

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

/** Above which there is a file for each collector. */
const mostInOneFile = 3;

/** Above which monitors have a file of their own. */
const mostMonitors = 10;

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
  private readonly hubs = new Map<string, HubVariables>();
  private readonly collectors = new Map<string, Reached>();
  /** The collectors of functions, by the names in them. */
  private readonly reached = new Map<Names, readonly [key: string, collector: Reached]>();
  /** What functions can be given, by the names of the variables in `main.ts`. */
  private readonly given = new Map<string, Given>();
  private readonly scraped = new Map<string, Code>();
  private readonly prometheuses = new Map<string, PrometheusVariable>();
  private readonly alertmanagers = new Map<string, Code>();
  private readonly ids: Set<string>;
  private readonly contents: readonly ConfigMap[];
  private readonly main = new Names([...known, 'app', 'chart', 'cluster']);
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
    this.namespace = commonest(plan.objects.map(namespaceOf).filter((namespace) => namespace !== undefined));
  }

  write(): Program {
    const { files } = this.plan;
    const objects = this.plan.objects.filter(({ id }) => this.choices.get(id)?.by === undefined);
    const hubs = objects.filter(({ content }) => isHub(content));
    const collectors = objects.filter(({ content }) => isCollector(content));
    const others = objects.filter((object) => !hubs.includes(object) && !collectors.includes(object));
    const rest = others.filter(({ id, content }) => formsOf(content).length - 1 <= (this.choices.get(id)?.form ?? 0));
    const apart = rest.length > mostInOneFile && rest.length < objects.length + files.length ? rest : [];
    const together = collectors.length <= mostInOneFile;
    const allRules = others.filter((one) => isRules(one.content) && !rest.includes(one));
    const rules = allRules.length > mostInOneFile ? allRules : [];
    const monitors = this.apartMonitors(others.filter((one) => !rest.includes(one)));
    const elsewhere = new Set([...apart, ...(together ? [] : collectors), ...monitors, ...rules]);
    const inMain = objects.filter((one) => !elsewhere.has(one));
    const planned = [
      ...(together
        ? []
        : targetsFirst(collectors).map((one) => this.plannedFunction('collectors', fileNameOf(one), [one]))),
      ...(monitors.length > 0 ? [this.plannedFunction('.', 'monitors', monitors)] : []),
      ...(rules.length > 0 ? [this.plannedFunction('.', 'rules', rules)] : []),
      ...(apart.length > 0 ? [this.plannedFunction('.', 'manifests', apart)] : []),
    ];
    const rankOf = (one: ImportedObject) => (rest.includes(one) ? last : rank(one.content));
    const ordered = targetsFirst(inMain).sort((a, b) => rankOf(a) - rankOf(b));
    const body = ordered.flatMap((one) => this.object(one, this.main, this.mainShared));
    const written = files.map((file) => this.file(file));
    // Behind the hubs, whose variables they are given.
    const functions = planned.map((one) => this.function(one, planned));
    const given = new Set(functions.flatMap(({ params }) => params.map(({ name }) => name)));
    return {
      files: [
        this.mainFile([...body, ...written.flatMap(({ statements }) => statements)], functions, written),
        ...functions.map((one) => functionFile(one, given.has(one.parts), this.given)),
      ],
      constructs: this.constructs,
      children: this.children,
      paths: inverted(this.constructs),
      unfit: this.unfit,
    };
  }

  /** Many monitors have a file of their own, where a Prometheus that is somewhere else reads them. */
  private apartMonitors(others: readonly ImportedObject[]): readonly ImportedObject[] {
    if (others.some(({ content }) => isPrometheus(content))) return [];
    const byLabels = others.filter(({ id, content }) => {
      return isMonitor(content) && formsOf(content)[this.choices.get(id)?.form ?? 0] !== scrapeTarget;
    });
    return byLabels.length > mostMonitors ? byLabels : [];
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

  private plannedFunction(folder: string, stem: string, objects: readonly ImportedObject[]): PlannedFunction {
    const name = this.main.claim(stem, `${stem}_objects`);
    return { name, path: this.freePath(folder === '.' ? stem : `${folder}/${stem}`), objects };
  }

  /** A function that makes objects in the charts, and with what others have made, that it is given. */
  private function({ name, path, objects }: PlannedFunction, planned: readonly PlannedFunction[]): FunctionDraft {
    const others = planned.map((one) => one.name);
    const names = new Names([
      ...known,
      'chart',
      'cluster',
      ...this.given.keys(),
      ...others.filter((one) => one !== name),
    ]);
    const shared = new Map<string, Code>();
    const charts = [...new Set(objects.map((one) => this.chartOf(one)))].sort();
    const body = objects.flatMap((one) => this.object(one, names, shared));
    const params = paramsOf(body, charts, this.given);
    const [key, collector] = this.reached.get(names) ?? [];
    const draft = {
      name,
      path,
      params,
      body,
      parts: this.main.claim(`${name}_parts`),
      ...(collector && { collector }),
    };
    if (key !== undefined && collector) {
      this.given.set(draft.parts, givenOf(draft));
      this.collectors.set(key, inParts(collector, draft.parts));
    }
    return draft;
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
      hubs: this.hubs,
      collectors: this.collectors,
      scraped: shared === this.mainShared ? this.scraped : new Map(),
      prometheuses: shared === this.mainShared ? this.prometheuses : new Map(),
      alertmanagers: shared === this.mainShared ? this.alertmanagers : new Map(),
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
    const hub = at(imported.content, 'metadata', 'name');
    for (const id of [made.within?.id ?? imported.id, ...(made.also ?? [])]) {
      this.constructs.set(`${this.chartId(place.chart)}/${id}`, imported.id);
    }
    if (made.within) this.children.set(`${this.chartId(place.chart)}/${made.within.id}`, made.within.child);
    if (made.hub && typeof hub === 'string') {
      this.hubs.set(hub, made.hub);
      for (const code of made.hub.exports.values())
        if (code.kind === 'plain') this.given.set(code.text, { type: 'Ref' });
    }
    if (made.collector) {
      const key = collectorKey(imported.content, made.collector.name);
      if (names === this.main) this.collectors.set(key, made.collector);
      else this.reached.set(names, [key, made.collector]);
    }
    if (names === this.main) this.remember(imported.content, made);
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

  /** What others in the same file can use. */
  private remember(content: ConfigMap, { scraped, prometheus, alertmanager }: Made): void {
    const namespace = namespaceOf(content) ?? '';
    if (scraped) this.scraped.set(scrapedKey(content), scraped);
    if (alertmanager) this.alertmanagers.set(`${namespace}/${alertmanager.service}`, alertmanager.variable);
    if (prometheus === undefined) return;
    this.prometheuses.set(collectorKey(content), prometheus);
    if (!this.prometheuses.has(namespace)) this.prometheuses.set(namespace, prometheus);
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

function namespaceOf(value: ImportedObject | ConfigMap): string | undefined {
  const namespace = at(
    'content' in value && 'id' in value ? (value as ImportedObject).content : (value as ConfigMap),
    'metadata',
    'namespace',
  );
  return typeof namespace === 'string' ? namespace : undefined;
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

function isHub({ apiVersion }: ConfigMap): boolean {
  return String(apiVersion).startsWith('hub.mydecisive.ai/');
}

function isCollector(content: ConfigMap): boolean {
  return formsOf(content).length > 1 && !isHub(content) && monitoringRank(content) < 0;
}

/**
 * Hubs come before what reads their variables, collectors before their ingresses and before what reads their metrics, and
 * objects that are as they were last.
 */
function rank(content: ConfigMap): number {
  if (content.kind === 'MdaiIngress' && isHub(content)) return 2;
  if (isHub(content)) return content.kind === 'MdaiHub' ? 0 : 1;
  if (isCollector(content)) return 1;
  const monitoring = monitoringRank(content);
  return monitoring < 0 ? last : 3 + monitoring;
}

const last = Number.MAX_SAFE_INTEGER;

function fileNameOf({ content, id }: ImportedObject): string {
  const name = at(content, 'metadata', 'name');
  return kebabCase(typeof name === 'string' ? name : id) || camelCase(id);
}
