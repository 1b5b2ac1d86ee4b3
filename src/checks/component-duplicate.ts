import { canonicalId, sectionOf } from '../model/component-id';
import { at, isConfigMap } from '../model/config';
import { pathTo } from '../view/view';
import { error, perCollector, placedAt } from './rule';

/** Keys that confmap refuses because they are one id once spaces are trimmed. */
export const componentDuplicate = perCollector(function* (view) {
  for (const keys of [...Object.values(sectionOf).map((section) => [section]), ['service', 'pipelines']]) {
    const members = at(view.config, ...keys);
    if (!isConfigMap(members)) continue;
    const first = new Map<string, string>();
    for (const key of Object.keys(members)) {
      const id = canonicalId(key);
      const other = first.get(id);
      if (other === undefined) first.set(id, key);
      else {
        const message = `"${other}" and "${key}" are the same id.`;
        const issue = error(
          'component-duplicate',
          pathTo(view, [...keys, id]),
          message,
          'Give one of them another name.',
        );
        yield placedAt(issue, [...keys, key]);
      }
    }
  }
});
