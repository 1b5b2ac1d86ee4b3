import { distance } from 'fastest-levenshtein';
import { findComponent, knownTypes } from '../catalog/catalog';
import { definitions } from '../catalog/definitions';
import type { ComponentFacts, JsonSchema, ReleaseFacts } from '../catalog/facts';
import { addKeywords, type FieldContext, fieldContext } from '../catalog/shared-keywords';
import type { CollectorModel } from '../model/collector';
import { type ComponentKind, parseComponentId, sectionOf } from '../model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { envOf, isWholeReference, references } from '../model/reference';
import { targetAllocatorOf } from '../needs/target-allocator';
import { fieldIssue, type Subject } from './field-issue';
import { type FieldError, kindOf } from './field-place';
import { error, warning } from './rule';

/** Fields that a component does not have, and values that it refuses: each body against the schema of its type. */
export function checkFields(model: Model): Issue[] {
  return model.collectors.flatMap((collector) => [...collectorIssues(collector)]);
}

const sections = Object.entries(sectionOf) as [ComponentKind, string][];

function* collectorIssues(collector: CollectorModel): Generator<Issue> {
  const context = fieldContext(collector);
  for (const { kind, type, path, at, facts, body } of bodiesOf(collector)) {
    if (facts) yield* bodyIssues({ facts, type, path, at }, body, context);
    else yield* misspelt(kind, type, path, isOwnBuild(collector));
  }
}

/** The environment variables that fields with secrets are read from. */
export function secretReads(collector: CollectorModel): ReadonlySet<string> {
  const context = fieldContext(collector);
  const names = new Set<string>();
  for (const { facts, body } of bodiesOf(collector)) {
    const inRelease = facts?.in(context.release);
    if (inRelease === undefined || !isConfigMap(body)) continue;
    for (const { keyword, data } of faults(inRelease, body, context)) {
      if (keyword !== 'x-secret') continue;
      for (const reference of references(String(data))) names.add(envOf(reference)?.name ?? '');
    }
  }
  return names;
}

/** A component as the collector gets it. */
interface Body extends Omit<Subject, 'facts'> {
  readonly kind: ComponentKind;
  readonly facts: ComponentFacts | undefined;
  readonly body: ConfigValue;
}

function* bodiesOf(collector: CollectorModel): Generator<Body> {
  for (const [kind, section] of sections) {
    const members = collector.config[section];
    if (!isConfigMap(members)) continue;
    for (const [id, given] of Object.entries(members)) {
      const type = parseComponentId(id)?.type;
      if (type === undefined) continue;
      const path = `${collector.path}/${section}/${id}`;
      const body = asRun(collector, section, id, given);
      yield { kind, type, path, at: [section, id], facts: findComponent(kind, type), body };
    }
  }
}

/** What the operator adds to the receiver that its target allocator gives targets to, so that it scrapes something. */
const allocated = { endpoint: 'http://targetallocator', interval: '30s', collector_id: 'pod' };

/** A component's body as the collector gets it. */
function asRun(collector: CollectorModel, section: string, id: string, body: ConfigValue): ConfigValue {
  if (section !== 'receivers' || id !== 'prometheus' || !isConfigMap(body)) return body;
  const isAllocated = targetAllocatorOf(collector) !== undefined || collector.allocator !== undefined;
  return !isAllocated ? body : { target_allocator: allocated, ...body };
}

// Images of the project's own distributions, of which an operator takes one where none is named; others may hold any component.
const published = /\/opentelemetry-collector(-contrib|-k8s)?[:@]/;

function isOwnBuild({ pod }: CollectorModel): boolean {
  return pod !== undefined && pod.image !== '' && !published.test(pod.image);
}

function* misspelt(kind: ComponentKind, type: string, path: string, ownBuild: boolean): Generator<Issue> {
  const close = (known: string) => {
    const difference = distance(type, known);
    // Two letters of three are another word: `ntp` is no misspelling of `otlp`.
    return difference <= 2 && difference * 2 <= Math.min(type.length, known.length);
  };
  const meant = knownTypes(kind).find(close);
  if (meant === undefined) return;
  const tell = ownBuild ? warning : error;
  yield tell(
    'component-type',
    path,
    `no ${kind} has the type "${type}".`,
    `Write "${meant}", or name the image that has it.`,
  );
}

function* bodyIssues(subject: Subject, body: ConfigValue, context: FieldContext): Generator<Issue> {
  const { facts, type, path } = subject;
  const inRelease = facts.in(context.release);
  if (inRelease === undefined || isWholeReference(body)) return;
  const config: ConfigValue = body ?? {};
  if (!isConfigMap(config)) {
    yield error('field-type', path, `${type} is ${kindOf(config)}, but has to be a map.`, 'Write its fields, or {}.');
    return;
  }
  const seen = new Set<string>();
  for (const fault of faults(inRelease, config, context)) {
    const issue = fieldIssue(fault, subject, context);
    const key = `${issue?.path} ${issue?.code}`;
    if (issue === undefined || seen.has(key)) continue;
    seen.add(key);
    yield issue;
  }
}

/** What Ajv finds. */
function faults({ schema, readFrom }: ReleaseFacts, config: ConfigMap, context: FieldContext): readonly FieldError[] {
  const validate = validatorOf(schema, readFrom);
  return validate.call(context, config) ? [] : (validate.errors ?? []);
}

interface Validate {
  (this: FieldContext, data: unknown): boolean;
  errors?: readonly FieldError[] | null;
}

type Compile = (schema: JsonSchema, readFrom: string) => Validate;

const validators = new Map<JsonSchema, Validate>();
let compile: Compile | undefined;

/** Compiled when the first component of the type is met. */
function validatorOf(schema: JsonSchema, readFrom: string): Validate {
  let validate = validators.get(schema);
  if (!validate) {
    compile ??= compiler();
    validate = compile(schema, readFrom);
    validators.set(schema, validate);
  }
  return validate;
}

// Ajv takes longer to load than the rest of this library, and many programs never come here.
function compiler(): Compile {
  const { Ajv2020 } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const ajv = addKeywords(
    new Ajv2020({
      allErrors: true,
      verbose: true,
      passContext: true,
      strict: false,
      validateSchema: false,
      meta: false,
      // Compiling costs more than checking: what would be faster code is not made.
      inlineRefs: false,
      code: { optimize: false },
    }),
  );
  const added = new Set<string>();
  return (schema, readFrom) => {
    if (!added.has(readFrom)) ajv.addSchema(definitions(readFrom));
    added.add(readFrom);
    return ajv.compile(schema) as unknown as Validate;
  };
}
