import { imported } from '../../../model/imported';

/** What `npm run page` wrote: the script and the styles of pages and drawings, as browsers take them. */
interface Built {
  readonly script: string;
  readonly page: string;
  readonly drawing: string;
}

const read = imported<'page', Built>('graph');

/** The style of a drawing. */
export function drawingStyle(): string {
  return read('page').drawing;
}

/** The style of a page around a drawing. */
export function pageStyle(): string {
  return read('page').page;
}

/** The script of a page. */
export function pageScript(): string {
  return read('page').script;
}
