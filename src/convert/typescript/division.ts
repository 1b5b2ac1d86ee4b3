import { at, type ConfigMap } from '../../model/config';
import type { Choices } from './choice';
import type { ImportedObject } from './form';
import { formsOf } from './forms';
import { isCollector, isHub } from './kinds';
import { isMonitor, isPrometheus, isRules, monitoringRank } from './monitoring/forms';
import { scrapeTarget } from './monitoring/monitors';
import { camelCase, kebabCase } from './names';
import type { Plan } from './plan';
import { targetsFirst } from './targets-first';

/** The objects of a program by the files that they are in. */
export interface Division {
  /** Those of `main.ts`, in their order. */
  readonly main: readonly ImportedObject[];
  /** Those of files besides, in the order in which these are called. */
  readonly besides: readonly Besides[];
}

/** The objects of a file besides `main.ts`. */
export interface Besides {
  /** What its function is called, where nothing else is. */
  readonly stem: string;
  /** The folder, with a slash behind it; empty for that of `main.ts`. */
  readonly folder: '' | 'collectors/';
  readonly objects: readonly ImportedObject[];
}

/** Above which there is a file for each collector, and one for what no construct makes. */
const mostInOneFile = 3;

/** Above which monitors have a file of their own. */
const mostMonitors = 10;

/** Divides what a program makes among its files. */
export function divisionOf({ objects, files }: Plan, choices: Choices): Division {
  const own = objects.filter(({ id }) => choices.get(id)?.by === undefined);
  const formOf = ({ id }: ImportedObject) => choices.get(id)?.form ?? 0;
  const collectors = own.filter(({ content }) => isCollector(content));
  const others = own.filter((one) => !isHub(one.content) && !collectors.includes(one));
  // What is as it was read.
  const rest = others.filter((one) => formsOf(one.content).length - 1 <= formOf(one));
  const made = others.filter((one) => !rest.includes(one));
  const isScraped = (one: ImportedObject) => formsOf(one.content)[formOf(one)] === scrapeTarget;
  const apart = {
    collectors: collectors.length > mostInOneFile ? targetsFirst(collectors) : [],
    monitors: apartMonitors(made, isScraped),
    rules: above(
      mostInOneFile,
      made.filter(({ content }) => isRules(content)),
    ),
    manifests: rest.length < own.length + files.length ? above(mostInOneFile, rest) : [],
  };
  const elsewhere = new Set(Object.values(apart).flat());
  const rankOf = (one: ImportedObject) => (rest.includes(one) ? last : rank(one.content));
  const inMain = own.filter((one) => !elsewhere.has(one));
  return {
    main: targetsFirst(inMain).sort((a, b) => rankOf(a) - rankOf(b)),
    besides: [
      ...apart.collectors.map((one) => ({ folder: 'collectors/', stem: stemOf(one), objects: [one] }) as const),
      ...(['monitors', 'rules', 'manifests'] as const).map(
        (stem) => ({ folder: '', stem, objects: apart[stem] }) as const,
      ),
    ].filter((one) => one.objects.length > 0),
  };
}

/** Many monitors have a file of their own, where a Prometheus that is somewhere else reads them. */
function apartMonitors(
  made: readonly ImportedObject[],
  isScraped: (one: ImportedObject) => boolean,
): readonly ImportedObject[] {
  if (made.some(({ content }) => isPrometheus(content))) return [];
  return above(
    mostMonitors,
    made.filter((one) => isMonitor(one.content) && !isScraped(one)),
  );
}

function above(most: number, objects: readonly ImportedObject[]): readonly ImportedObject[] {
  return objects.length > most ? objects : [];
}

const last = Number.MAX_SAFE_INTEGER;

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

function stemOf({ content, id }: ImportedObject): string {
  const name = at(content, 'metadata', 'name');
  return kebabCase(typeof name === 'string' ? name : id) || camelCase(id);
}
