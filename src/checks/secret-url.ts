import { strings } from '../model/config';
import { hasUrlPassword } from '../model/secret-name';
import { pathTo } from '../view/view';
import { secretLiteral } from './field-issue';
import { perCollector } from './rule';

/** Passwords in URLs, in whatever field they stand. */
export const secretUrl = perCollector(function* (view) {
  for (const { text, path } of strings(view.config)) {
    if (hasUrlPassword(text)) yield secretLiteral(pathTo(view, path), `"${path.at(-1)}"`);
  }
});
