import { createHash } from 'node:crypto';
import { App } from 'cdk8s';
import { type Loop, loop, spanSample } from 'cdk8s-mdai/testing';
import { sampling } from './sampling';

const { cluster, gateway, vendor, onLoud, onVeryLoud } = sampling(new App());

/** The ids of a thousand traces, the same in each run. */
const traceIds = Array.from({ length: 1000 }, (_, i) => createHash('md5').update(`trace ${i}`).digest('hex'));

/** How many traces of a service are kept, of a thousand. */
function kept(mdai: Loop, service: string): number {
  const routes = mdai.routesOf(gateway);
  const spans = traceIds.map((traceId) => spanSample({ traceId, resource: { 'service.name': service } }));
  return spans.filter((span) => routes.send(span).reached(vendor)).length;
}

test('fewer traces are kept the louder a service is, and all again when it calms down', () => {
  const mdai = loop(cluster);
  const search = { labels: { service_name: 'search' } };
  expect(kept(mdai, 'search')).toBe(1000);

  mdai.fire(onLoud, search);
  expect(kept(mdai, 'search')).toBe(105);
  expect(kept(mdai, 'ads')).toBe(1000);

  // Both alerts fire, and the stricter rule comes first.
  mdai.fire(onVeryLoud, search);
  expect(kept(mdai, 'search')).toBe(12);

  mdai.resolve(onVeryLoud, search);
  expect(kept(mdai, 'search')).toBe(105);
  mdai.resolve(onLoud, search);
  expect(kept(mdai, 'search')).toBe(1000);
  expect(mdai.ambiguities).toEqual([]);
});
