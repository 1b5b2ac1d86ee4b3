import { changesBetween } from '../../convert/typescript/changes';
import type { Choice, Choices } from '../../convert/typescript/choice';
import { embeddedConfigs, withParsedConfigs } from '../../convert/typescript/embedded';
import type { Change, ImportedObject } from '../../convert/typescript/form';
import { fileForms, formsOf } from '../../convert/typescript/forms';
import type { Plan } from '../../convert/typescript/plan';
import { type Program, writeProgram } from '../../convert/typescript/program';
import type { Difference } from '../../convert/typescript/wanted';
import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import type { Issue } from '../../model/issue';
import type { Release } from '../../model/release';
import { parsed } from '../../source/parsed';
import { type Ran, runProgram } from './run';

/** What is to be tried next; nothing, where the program is the one. */
interface Verdict {
  readonly next: Choices;
  readonly differences: readonly Difference[];
}

/** How much may change behind a construct until the object itself is easier to read. */
const mostChanges = 8;

/** Runs a program, and says which objects need another form. */
export class Judge {
  private readonly next = new Map<string, Choice>();
  private readonly differences: Difference[] = [];
  private readonly lastForms: ReadonlyMap<string, number>;

  constructor(
    private readonly plan: Plan,
    private readonly program: Program,
    private readonly choices: Choices,
    private readonly release: Release,
  ) {
    this.lastForms = new Map([
      ...plan.objects.map(({ id, content }) => [id, formsOf(content).length - 1] as const),
      ...plan.files.map(({ id, content }) => [id, fileForms(content) - 1] as const),
    ]);
  }

  verdict(): Verdict {
    const { next, differences } = this;
    for (const [id, reason] of this.program.unfit) this.demote(id, reason);
    if (next.size > 0) return { next, differences };
    const ran = attempt(this.program);
    if ('thrown' in ran) this.judgeThrown(ran.thrown);
    else {
      for (const issue of ran.issues) if (issue.severity === 'error') this.judgeIssue(issue);
      if (next.size === 0) this.judgeMade(ran);
    }
    return { next, differences };
  }

  private formOf(id: string): number {
    return this.choices.get(id)?.form ?? 0;
  }

  private isLast(id: string): boolean {
    return this.formOf(id) >= (this.lastForms.get(id) ?? 0);
  }

  /** Lets an object take its next form, if it has one. */
  private demote(id: string, reason?: string): void {
    if (this.isLast(id) || this.next.has(id)) return;
    this.next.set(id, { form: this.formOf(id) + 1, changes: [], ...(reason !== undefined && { reason }) });
    // What its construct made besides is made by itself again.
    for (const [other, { by }] of this.choices) if (by === id) this.next.set(other, { form: 0, changes: [] });
  }

  private judgeThrown(thrown: string): void {
    const alone = [
      ...this.plan.objects.map((object) => ({ id: object.id, part: { ...nothing, objects: [object] } })),
      ...this.plan.files.map((file) => ({ id: file.id, part: { ...nothing, files: [file] } })),
    ];
    for (const { id, part } of alone) {
      const ran = attempt(writeProgram(part, this.choices, this.release));
      if ('thrown' in ran) this.demote(id, ran.thrown);
    }
    // Together they throw what none of them throws alone.
    if (this.next.size === 0) for (const id of this.lastForms.keys()) this.demote(id, thrown);
    if (this.next.size === 0) throw new Error(thrown);
  }

  private judgeIssue({ path, message, fix }: Issue): void {
    const owner = this.ownerOf(path);
    // The chart is no part of what a reader of the program looks for.
    const place = path.split('/').slice(1).join('/') || path;
    const reason = `${place}: ${message} ${fix}`;
    for (const id of owner === undefined ? this.lastForms.keys() : [owner]) this.demote(id, reason);
  }

  private judgeMade(ran: Ran): void {
    for (const object of this.plan.objects) {
      if (this.choices.get(object.id)?.by === undefined) this.judgeObject(object, ran);
    }
    this.judgeOthers(ran);
    for (const { id, path, title, content } of this.plan.files) {
      const text = ran.files.get(path);
      if (text !== undefined && changesBetween(parsed(text), content).length === 0) continue;
      if (this.isLast(id)) this.differences.push({ object: title, path: '', was: content, is: text ?? null });
      else this.demote(id);
    }
  }

  private judgeObject(object: ImportedObject, ran: Ran): void {
    const { id, title, content } = object;
    const made = this.madeFor(id, ran);
    const changes = changesBetween(made && withParsedConfigs(made), withParsedConfigs(content));
    if (changes.length === 0) return;
    const known = this.choices.get(id);
    const isChanged = (known?.changes.length ?? 0) > 0;
    if (!isChanged && (this.isLast(id) || this.mayChange(object, changes))) {
      this.next.set(id, { ...known, form: this.formOf(id), changes });
    } else if (!this.isLast(id)) this.demote(id);
    else {
      for (const { path, value } of changes) {
        this.differences.push({
          object: title,
          path: path.join('/'),
          was: value ?? null,
          is: at(made, ...path) ?? null,
        });
      }
    }
  }

  /** Whether a few changes behind the construct are better than the next form. */
  private mayChange({ id, content }: ImportedObject, changes: readonly Change[]): boolean {
    const isBestConstruct = this.formOf(id) < formsOf(content).length - 2;
    if (isBestConstruct && !changes.every(isMetadata)) return false;
    const all = changes.reduce((sum, change) => sum + weightOf(change), 0);
    return all <= mostChanges && !isInsideText(content, changes);
  }

  /** What constructs make besides takes the place of objects that are the same; other things must not be made. */
  private judgeOthers({ objects }: Ran): void {
    const claims = new Map<string, string>();
    for (const [path, made] of objects) {
      const id = this.ownerOf(path);
      if (id === undefined || this.isWanted(path) || this.next.has(id)) continue;
      const same = this.plan.objects.find(({ content }) => changesBetween(made, content).length === 0);
      if (same === undefined || claims.has(same.id)) this.demote(id);
      else claims.set(same.id, id);
    }
    for (const [id, by] of claims) {
      if (!this.next.has(by) && this.choices.get(id)?.by !== by) this.next.set(id, { form: 0, changes: [], by });
    }
    for (const [id, { by }] of this.choices) {
      if (by !== undefined && !claims.has(id)) this.next.set(id, { form: 0, changes: [] });
    }
  }

  /** The object that a construct stands for, by a path at it or inside of it. */
  private ownerOf(path: string): string | undefined {
    const parts = path.split('/');
    for (let length = parts.length; length > 0; length--) {
      const id = this.program.constructs.get(parts.slice(0, length).join('/'));
      if (id !== undefined) return id;
    }
    return undefined;
  }

  private isWanted(path: string): boolean {
    const { constructs, children } = this.program;
    const [construct, child] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    return constructs.has(path) || (constructs.has(construct) && child === (children.get(construct) ?? main));
  }

  private madeFor(id: string, { objects }: Ran): ConfigMap | undefined {
    const paths = this.program.paths.get(id) ?? [];
    const { children } = this.program;
    return paths
      .map((path) => objects.get(path) ?? objects.get(`${path}/${children.get(path) ?? main}`))
      .find((made) => made !== undefined);
  }
}

const nothing: Plan = { objects: [], files: [], differences: [] };

/** Where a construct has its main object. */
const main = 'Default';

function attempt(program: Program): Ran | { readonly thrown: string } {
  try {
    return runProgram(program.files);
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : String(error) };
  }
}

/** How much there is to read in a change: what takes the place of a list says all of it again. */
function weightOf({ op, value }: Change): number {
  return op === 'replace' ? scalarsIn(value ?? null) : 1;
}

function scalarsIn(value: ConfigValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + scalarsIn(item), 0);
}

/** Whether a change is a label or an annotation, which constructs leave to cdk8s. */
function isMetadata({ path, op }: Change): boolean {
  return op === 'add' && path[0] === 'metadata' && (path[1] === 'labels' || path[1] === 'annotations');
}

/** Whether a change is inside a text, where no patch reaches. */
function isInsideText(content: ConfigMap, changes: readonly Change[]): boolean {
  const texts = embeddedConfigs(content).map(({ path }) => path);
  return changes.some((change) => texts.some((text) => text.every((key, i) => change.path[i] === key)));
}
