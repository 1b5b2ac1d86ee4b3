import { at, type ConfigMap } from '../../model/config';
import type { Code } from './code';
import { collectorKey, type HubVariables, type Made, type Place, type PrometheusVariable, scrapedKey } from './form';
import { type FunctionDraft, type Given, givenOf, inParts } from './function-file';
import type { Reached } from './inlets';
import { namespaceOf } from './kinds';
import type { Names } from './names';

/** What the objects of a program can use of each other: variables of constructs that were made before. */
export class Handles {
  /** What functions can be given, by the names of the variables in `main.ts`. */
  readonly given = new Map<string, Given>();
  private readonly hubs = new Map<string, HubVariables>();
  private readonly collectors = new Map<string, Reached>();
  /** The collectors of functions, by the names in them. */
  private readonly reached = new Map<Names, readonly [key: string, collector: Reached]>();
  private readonly scraped = new Map<string, Code>();
  private readonly prometheuses = new Map<string, PrometheusVariable>();
  private readonly alertmanagers = new Map<string, Code>();

  /** @param main the names of `main.ts` */
  constructor(private readonly main: Names) {}

  /** What a file can use. Functions are given no more than hubs and collectors. */
  usableIn(inMain: boolean): Pick<Place, 'hubs' | 'collectors' | 'scraped' | 'prometheuses' | 'alertmanagers'> {
    const { hubs, collectors, scraped, prometheuses, alertmanagers } = this;
    if (inMain) return { hubs, collectors, scraped, prometheuses, alertmanagers };
    return { hubs, collectors, scraped: new Map(), prometheuses: new Map(), alertmanagers: new Map() };
  }

  /** Takes note of what others can use of an object that was made in the file of some names. */
  add(content: ConfigMap, made: Made, names: Names): void {
    const name = at(content, 'metadata', 'name');
    if (made.hub && typeof name === 'string') this.addHub(name, made.hub);
    if (made.collector) {
      const key = collectorKey(content, made.collector.name);
      if (names === this.main) this.collectors.set(key, made.collector);
      else this.reached.set(names, [key, made.collector]);
    }
    if (names === this.main) this.addMonitoring(content, made);
  }

  /** The collector that a function makes, from then on one that others can be given. */
  addParts(draft: FunctionDraft, names: Names): FunctionDraft {
    const [key, collector] = this.reached.get(names) ?? [];
    if (key === undefined || collector === undefined) return draft;
    this.given.set(draft.parts, givenOf(draft));
    this.collectors.set(key, inParts(collector, draft.parts));
    return { ...draft, collector };
  }

  private addHub(name: string, hub: HubVariables): void {
    this.hubs.set(name, hub);
    for (const code of hub.exports.values()) this.give(code, 'Ref');
    for (const code of hub.lists.values()) this.give(code, 'ListValue');
  }

  private give(code: Code, type: string): void {
    if (code.kind === 'plain') this.given.set(code.text, { type });
  }

  private addMonitoring(content: ConfigMap, { scraped, prometheus, alertmanager }: Made): void {
    const namespace = namespaceOf(content) ?? '';
    if (scraped) this.scraped.set(scrapedKey(content), scraped);
    if (alertmanager) this.alertmanagers.set(`${namespace}/${alertmanager.service}`, alertmanager.variable);
    if (prometheus === undefined) return;
    this.prometheuses.set(collectorKey(content), prometheus);
    if (!this.prometheuses.has(namespace)) this.prometheuses.set(namespace, prometheus);
  }
}
