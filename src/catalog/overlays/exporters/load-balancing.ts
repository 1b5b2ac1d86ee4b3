import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, needsOneOf, oneOf, rules, since } from '../parts';
import { bareRetry } from '../structs/queue';

/** A resolver that is on needs these. */
const resolver = (...required: readonly string[]): JsonSchema => ({
  if: { properties: { enabled: { const: false } }, required: ['enabled'] },
  else: { required },
});

const isOne: SectionRule = {
  holds: (resolvers) =>
    resolvers.keys().length !== 1 || resolvers.keys().every((name) => resolvers.flag(`${name}.enabled`, true)),
  message: 'has only one resolver, which is turned off',
  fix: 'Turn it on.',
};

const isOnlyOne: SectionRule = {
  holds: (resolvers) =>
    resolvers.keys().filter((name) => resolvers.has(name) && resolvers.flag(`${name}.enabled`, true)).length <= 1,
  message: 'takes only one of its fields',
  fix: 'Leave the others out.',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      // Before 0.159.0, this queue has no defaults.
      sending_queue: {
        'x-before': {
          '0.159.0': {
            if: { not: { properties: { enabled: { const: true } }, required: ['enabled'] } },
            else: { required: ['num_consumers', 'queue_size'] },
          },
        },
      },
      retry_on_failure: bareRetry,
      protocol: fields({ otlp: fields({ endpoint: { minLength: 1, 'x-null': 'refused' } }) }),
      resolver: {
        ...needsOneOf('static', 'dns', 'k8s', 'aws_cloud_map'),
        ...fields({
          static: resolver('hostnames'),
          dns: resolver('hostname'),
          k8s: resolver('service'),
          aws_cloud_map: resolver('namespace', 'service_name'),
        }),
        ...rules(isOne, isOnlyOne),
      },
      routing_key: oneOf('', 'service', 'traceID', 'metric', 'resource', 'streamID', 'attributes'),
    }),
    required: ['resolver'],
    ...rules(
      since('0.159.0', {
        field: 'routing_attributes',
        holds: (balancing) => balancing.text('routing_key') !== 'attributes' || balancing.given('routing_attributes'),
        message: 'is needed for the routing key "attributes"',
        fix: 'Name the attributes.',
      }),
      since('0.159.0', {
        field: 'routing_attributes',
        holds: (balancing) => balancing.text('routing_key') === 'attributes' || !balancing.given('routing_attributes'),
        message: 'counts only for the routing key "attributes"',
        fix: 'Write "routing_key: attributes", or remove it.',
      }),
    ),
  },
};
