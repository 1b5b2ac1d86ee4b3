import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { Pointer } from '../../source/document';
import type { Source } from './code';
import { embeddedConfigs, parsedConfig } from './embedded';

/** What was read of one thing that is imported. */
export interface Subject {
  readonly content: ConfigMap;
}

/** Where maps and lists stand in what was read: the place of the subject among the others, and then the way inside it. */
export class Places {
  private readonly known = new Map<object, Pointer>();

  constructor(private readonly subjects: readonly Subject[]) {
    for (const [i, { content }] of subjects.entries()) {
      this.enter(content, [i]);
      for (const { path, text } of embeddedConfigs(content)) this.enter(parsedConfig(text) ?? null, [i, ...path]);
    }
  }

  /** Where that stands which a construct makes besides: the specifications of its other objects, and of their pods. */
  get besides(): readonly Pointer[] {
    return this.subjects.slice(1).flatMap((_, i) => [
      [i + 1, 'spec'],
      [i + 1, 'spec', 'template', 'spec'],
    ]);
  }

  /** Where that stands which code stands for. */
  of(sources: readonly Source[] = []): readonly Pointer[] {
    return sources.flatMap(({ value, path }) => {
      const base = this.known.get(value);
      return base === undefined ? [] : [[...base, ...path]];
    });
  }

  /** What stands at a place; nothing where nothing does. A text that is a configuration is what it says. */
  at([subject, ...pointer]: Pointer): ConfigValue | undefined {
    let here: ConfigValue | undefined = this.subjects[Number(subject)]?.content;
    for (const key of pointer) {
      const inside: ConfigValue | undefined = typeof here === 'string' ? parsedConfig(here) : here;
      if (Array.isArray(inside)) here = inside[Number(key)];
      else here = isConfigMap(inside) && Object.hasOwn(inside, key) ? inside[String(key)] : undefined;
    }
    return here;
  }

  /** What stands behind several aliases stands where it was written. */
  private enter(value: ConfigValue, pointer: Pointer): void {
    if (typeof value !== 'object' || value === null || this.known.has(value)) return;
    this.known.set(value, pointer);
    if (Array.isArray(value)) for (const [i, item] of value.entries()) this.enter(item, [...pointer, i]);
    else for (const [key, item] of Object.entries(value)) this.enter(item, [...pointer, key]);
  }
}
