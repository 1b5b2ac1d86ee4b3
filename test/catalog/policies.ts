import { policy, resource, span } from '../../src/index';

const errors = policy.errors();
const shop = policy.attribute('service.name', { values: ['shop', 'cart'] }, 'shop');

/** A policy of each kind that release 0.131.0 knows. */
export const known131 = [
  policy.always(),
  errors,
  policy.statusCodes(['OK', 'UNSET']),
  policy.slow({ over: '2s' }),
  policy.slow({ over: '200ms', upTo: '1m' }, 'slowish'),
  policy.spanCount({ min: 2, max: 100 }),
  shop,
  policy.attribute('http.route', { matching: ['^/api/[a-z]+$'], inverted: true }),
  policy.numericAttribute('http.response.status_code', { min: 500, max: 599 }),
  policy.numericAttribute('retries', { max: 3, inverted: true }),
  policy.booleanAttribute('beta'),
  policy.booleanAttribute('synthetic', { value: false, inverted: true }),
  policy.traceState('vendor', ['a', 'b']),
  policy.condition(span.isRoot().and(resource.attribute('deployment.environment.name').equals('test'))),
  policy.condition({ span: ['span.kind == SPAN_KIND_SERVER'], spanEvent: ['spanevent.name == "exception"'] }, 'texts'),
  policy.probabilistic({ ratio: 0.125, salt: 'a$b' }),
  policy.rateLimiting({ spansPerSecond: 100 }),
  policy.and([errors, shop]),
  policy.drop([policy.attribute('url.path', { matching: ['^/healthz?$'] }, 'health')], 'health-checks'),
  policy.composite({
    spansPerSecond: 1000,
    parts: [
      { policy: errors, share: 0.5 },
      { policy: policy.and([shop, policy.slow({ over: '5s' })]), share: 0.25 },
    ],
  }),
];

/** The same for release 0.159.0. */
export const known159 = [
  ...known131,
  policy.traceFlags(),
  policy.bytesLimiting({ bytesPerSecond: 1_000_000, burst: 5_000_000 }),
  policy.rateLimiting({ spansPerSecond: 100, burst: 500 }, 'bursts'),
  policy.not(policy.condition('span.attributes["internal"] == true', 'internal')),
  policy.and([errors, policy.not(shop)]),
  policy.drop([policy.always(), policy.not(errors)]),
];
