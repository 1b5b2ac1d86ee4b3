import { constructFromEvents, YAMLException } from 'js-yaml';
import { at, type ConfigValue, isConfigMap } from '../model/config';
import type { Pointer, SourceDocument } from './document';
import { embeddedTexts } from './embedded';
import { eventsOf } from './events';
import type { SourceFile } from './files';
import { SourceText } from './find';
import { type FoundObject, objectsOf } from './kubernetes';
import { Lines } from './lines';
import type { LocatedIssue } from './located';
import { mistakesIn } from './mistakes/find';
import type { Finding } from './mistakes/finding';
import { objectMistakes } from './mistakes/objects';
import { syntaxMistake } from './mistakes/syntax';
import { partsOf } from './parts';
import { readerOf } from './reader';
import { schemaOf } from './schema';
import { type SourceNode, treesOf } from './tree';

/** What a file holds, and where. */
export interface ReadFile extends SourceFile {
  readonly documents: readonly SourceDocument[];
  readonly issues: readonly LocatedIssue[];
  /** Where each document is, by its index. */
  readonly places: readonly DocumentPlace[];
}

/** A document in its file: the text that it is parsed from, and which of the documents of that text it is. */
export interface DocumentPlace {
  readonly start: number;
  readonly end: number;
  readonly tree: number;
}

/** The documents of one file; each that cannot be read is an issue, and leaves the others as they are. */
export function readDocuments(file: SourceFile): ReadFile {
  if (file.binary) return { ...file, documents: [], issues: [binaryFile(file)], places: [] };
  const documents: SourceDocument[] = [];
  const mistakes: Mistake[] = [];
  const places: DocumentPlace[] = [];
  const { path } = file;
  for (const { text, start } of partsOf(file.text)) {
    const part = readPart(text, start);
    mistakes.push(...part.mistakes);
    for (const [tree, content] of part.contents.entries()) {
      const index = places.push({ start, end: start + text.length, tree }) - 1;
      for (const found of objectsOf(content)) {
        if (found.content === null) continue;
        documents.push({ path, index, ...(found.base.length > 0 && { base: found.base }), content: found.content });
      }
    }
  }
  mistakes.push(...unread(documents, places));
  return { ...file, documents, issues: located(file, templateFirst(mistakes)), places };
}

/** A template is one thing to say of a file, whatever else is wrong with its YAML. */
function templateFirst(mistakes: readonly Mistake[]): readonly Mistake[] {
  const template = mistakes.find(({ code }) => code === 'yaml-template');
  if (template === undefined) return mistakes;
  return [template, ...mistakes.filter(({ code }) => code !== 'yaml-template' && code !== 'yaml-syntax')];
}

/** A collector reads the first document of its file. */
function unread(documents: readonly SourceDocument[], places: readonly DocumentPlace[]): Mistake[] {
  const [first, ...others] = documents;
  if (first === undefined || !isCollectorConfig(first.content)) return [];
  return others
    .filter(({ content }) => isConfigMap(content) && content.kind === undefined)
    .map(({ index = 0 }) => ({
      code: 'yaml-document',
      severity: 'warning',
      offset: places[index]?.start ?? 0,
      path: '',
      message: 'a collector reads the first document of its file, and passes over this one.',
      fix: 'Move it to a file of its own, and name both with --config; or remove "---".',
    }));
}

function isCollectorConfig(content: ConfigValue): boolean {
  if (!isConfigMap(content) || content.kind !== undefined) return false;
  return ['receivers', 'exporters', 'service'].filter((key) => key in content).length >= 2;
}

/** A mistake, with its offset in the file. */
type Mistake = Omit<Finding, 'pointer'> & { readonly path: string };

interface ReadPart {
  readonly contents: readonly ConfigValue[];
  readonly mistakes: readonly Mistake[];
}

/** The documents of a text, as those read them whom they are for, and what is wrong with it. */
function readPart(text: string, start: number): ReadPart {
  const inFile = (offset: number) => start + offset;
  try {
    const parsed = eventsOf(text);
    const reader = readerOf(parsed);
    const source = new SourceText(parsed.text, treesOf(parsed, reader), inFile);
    const found = mistakesIn(parsed, source.trees, reader);
    // What its reader refuses says nothing, and what refers to itself has no end.
    const refused = found.some((findings) => findings.some(({ code }) => code === 'yaml-syntax'));
    const options = {
      source: parsed.text,
      schema: schemaOf(reader, text.includes('<<')),
      json: true,
      maxTotalMergeKeys: -1,
    };
    const contents = refused ? [] : (constructFromEvents(parsed.events, options) as ConfigValue[]);
    const mistakes = source.trees.flatMap((tree, i) => [
      ...placed(found[i] ?? [], contents[i], [], inFile),
      ...embeddedTexts(contents[i] ?? null).flatMap((pointer) => embedded(source, tree, contents[i], pointer)),
      ...objectsOf(contents[i] ?? null).flatMap((object) => inObject(source, tree, contents[i], object)),
    ]);
    return { contents, mistakes };
  } catch (error) {
    return { contents: [], mistakes: placed([mistakeOf(text, error)], undefined, [], inFile) };
  }
}

/** What is wrong with a text inside a document. */
function embedded(outer: SourceText, tree: SourceNode, content: ConfigValue | undefined, pointer: Pointer): Mistake[] {
  const found = outer.scalar(tree, pointer);
  if (found === undefined) return [];
  const { text, inFile } = found.source.decoded(found.node);
  try {
    const parsed = eventsOf(text);
    const [first = []] = mistakesIn(parsed, treesOf(parsed, 'collector'), 'collector');
    return placed(first, content, pointer, inFile);
  } catch (error) {
    return placed([mistakeOf(text, error)], content, pointer, inFile);
  }
}

/** What is wrong with an object of Kubernetes. */
function inObject(
  source: SourceText,
  tree: SourceNode,
  content: ConfigValue | undefined,
  object: FoundObject,
): Mistake[] {
  return objectMistakes(object.content).map(({ pointer, part, ...mistake }) => {
    const place = [...object.base, ...pointer];
    return { ...mistake, offset: source.find(tree, place, part), path: pathOf(content, place) };
  });
}

/** @throws what is no mistake in YAML */
function mistakeOf(text: string, error: unknown): Finding {
  if (error instanceof YAMLException) return syntaxMistake(text, error);
  throw error;
}

/** Findings by their place in the file, and by the object that they are in. */
function placed(
  findings: readonly Finding[],
  content: ConfigValue | undefined,
  base: Pointer,
  inFile: (offset: number) => number,
): Mistake[] {
  return findings.map(({ pointer, offset, ...finding }) => ({
    ...finding,
    offset: inFile(offset),
    path: pathOf(content, [...base, ...pointer]),
  }));
}

function pathOf(content: ConfigValue | undefined, pointer: Pointer): string {
  const objects = content === undefined ? [] : objectsOf(content);
  const within = objects.find(({ base }) => base.every((key, i) => pointer[i] === key));
  const name = within && at(within.content, 'metadata', 'name');
  const rest = pointer.slice(within?.base.length ?? 0);
  return [...(typeof name === 'string' ? [name] : []), ...rest].join('/');
}

function located({ path: file, text }: SourceFile, mistakes: readonly Mistake[]): LocatedIssue[] {
  if (mistakes.length === 0) return [];
  const lines = new Lines(text);
  return mistakes.map(({ code, severity, path, message, fix, offset }) => ({
    code,
    severity,
    path,
    message,
    fix,
    file,
    ...lines.at(offset),
  }));
}

/** A file that is no text at all. */
function binaryFile({ path: file }: SourceFile): LocatedIssue {
  const message = 'this file is no text in UTF-8.';
  const fix = 'Name the manifests and configurations alone, and write them in UTF-8.';
  return { code: 'yaml-syntax', severity: 'error', path: '', message, fix, file, line: 1, column: 1 };
}
