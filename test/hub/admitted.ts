import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { refusalsOf } from '../../src/admission/admit';
import { hubKindOf } from '../../src/model/hub-manifest';
import { find, synthesize } from '../../src/testing';

/** What the spec of a construct's object is in YAML; the MDAI operator takes it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks at any part of it
export function specOf(of: IConstruct & { readonly name: string }, kind: string): any {
  const content = find(synthesize(Chart.of(of)), kind, of.name);
  const known = hubKindOf(content);
  expect(known).toBe(kind);
  if (known !== undefined) expect(refusalsOf({ path: of.node.path, kind: known, content })).toEqual([]);
  return content.spec;
}
