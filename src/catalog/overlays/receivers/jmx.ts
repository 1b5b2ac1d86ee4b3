import type { Overlay } from '../../overlay';
import { fields, needsOneOf, nonNegativeDuration, notEmpty, oneOf } from '../parts';

const systems = [
  'activemq',
  'cassandra',
  'hadoop',
  'hbase',
  'jetty',
  'jvm',
  'kafka',
  'kafka-consumer',
  'kafka-producer',
  'solr',
  'tomcat',
  'wildfly',
];

export const overlay: Overlay = {
  schema: {
    ...fields({
      jar_path: notEmpty,
      // Some of the systems, separated by commas.
      target_system: {
        pattern: `^(?:|(?:${systems.map(inAnyCase).join('|')})(?:,(?:${systems.map(inAnyCase).join('|')}))*)$`,
      },
      log_level: { ...oneOf('', 'trace', 'debug', 'info', 'warn', 'error', 'off'), 'x-ignore-case': true },
      otlp: fields({ timeout: nonNegativeDuration }),
    }),
    required: ['endpoint'],
    ...needsOneOf('target_system', 'jmx_configs'),
  },
};

function inAnyCase(name: string): string {
  return name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
