import type { Issue } from '../model/issue';
import { isWholeReference } from '../model/reference';
import { type ComponentView, kinds } from '../view/view';
import { ottlReaders } from './ottl-texts';
import { type OttlFault, unitFaults } from './ottl-units';
import { perCollector } from './rule';
import { placedIn } from './text-place';

/** Conditions, statements and values in OTTL: what the collector refuses at its start, and what is silently wrong. */
export const ottl = perCollector(function* ({ collector, sections }) {
  const target = { release: collector.release, featureGates: collector.featureGates };
  for (const kind of kinds) {
    for (const component of sections[kind].components.values()) {
      const type = typeOf(component);
      const reader = Object.hasOwn(ottlReaders, type) ? ottlReaders[type] : undefined;
      for (const unit of reader?.(component.config, target.release) ?? []) {
        const texts = unit.texts.filter(({ text }) => !isWholeReference(text));
        // A variable may say what the others are about.
        if (texts.length < unit.texts.length && 'candidates' in unit.place) continue;
        for (const fault of unitFaults({ ...unit, texts }, target)) yield issueOf(fault, component.path);
      }
    }
  }
});

function typeOf({ kind, type, facts }: ComponentView): string {
  return `${kind}/${facts?.type ?? type}`;
}

function issueOf({ at, code, severity, range, message, fix }: OttlFault, path: string): Issue {
  const issue: Issue = { code, severity, path: [path, ...at.keys].join('/'), message, fix };
  return placedIn(issue, at.text, range);
}
