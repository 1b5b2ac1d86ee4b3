import type { Overlay } from '../../overlay';
import type { Section, SectionRule } from '../../section-rule';
import { each, fields, hostPort, httpUrl, notBoth, notEmpty, rules, tlsVersions, whenOn } from '../parts';

const project = rules(notBoth('include_clusters', 'exclude_clusters'));

/** What is checked only of a part that is turned on, which it is not of itself. */
const ifOn = (rule: SectionRule): SectionRule => ({
  ...rule,
  holds: (part) => !part.flag('enabled') || rule.holds(part),
});
const polls = (alerts: Section) => alerts.text('mode', 'listen') === 'poll';
const listens = (alerts: Section) => alerts.text('mode', 'listen') === 'listen';

const someProject = (applies: (part: Section) => boolean): SectionRule =>
  ifOn({
    field: 'projects',
    holds: (part) => !applies(part) || part.given('projects'),
    message: 'are needed',
    fix: 'Add one with its "name".',
  });

const eitherClusters = (applies: (part: Section) => boolean): SectionRule =>
  ifOn({
    field: 'projects',
    holds: (part) =>
      !applies(part) ||
      part.sections('projects').every((one) => !one.given('include_clusters') || !one.given('exclude_clusters')),
    message: 'include and exclude clusters',
    fix: 'Keep one of "include_clusters" and "exclude_clusters" for each.',
  });

const alertRules = rules(
  ifOn({
    field: 'mode',
    holds: (alerts) => polls(alerts) || listens(alerts),
    message: 'is none of "listen" and "poll"',
    fix: 'Write one of them.',
  }),
  ifOn({
    field: 'endpoint',
    holds: (alerts) => !listens(alerts) || isHostPort(alerts.text('endpoint')),
    message: 'is needed for listening, as "host:port"',
    fix: 'Write e.g. "0.0.0.0:7706".',
  }),
  ifOn({
    field: 'secret',
    holds: (alerts) => !listens(alerts) || alerts.given('secret'),
    message: 'is needed for listening',
    fix: 'Write the secret that Atlas signs its messages with.',
  }),
  ifOn({
    field: 'tls',
    holds: (alerts) =>
      !listens(alerts) || !alerts.has('tls') || (alerts.given('tls.cert_file') && alerts.given('tls.key_file')),
    message: 'needs "cert_file" and "key_file"',
    fix: 'Add both.',
  }),
  someProject(polls),
  eitherClusters(polls),
  ifOn({
    field: 'page_size',
    holds: (alerts) => {
      const size = alerts.number('page_size', 100);
      return !polls(alerts) || (size > 0 && size <= 500);
    },
    message: 'is out of bounds',
    fix: 'Write 1 to 500.',
  }),
);

const always = () => true;

const logs = rules(
  someProject(always),
  eitherClusters(always),
  ifOn({
    field: 'projects',
    holds: (logs) =>
      logs
        .sections('projects')
        .every((one) => !one.flag('access_logs.enabled', true) || one.number('access_logs.page_size') <= 20000),
    message: 'have a "page_size" of access logs that is more than 20000',
    fix: 'Write 20000 or less.',
  }),
);

export const overlay: Overlay = {
  schema: fields({
    base_url: { ...notEmpty, ...httpUrl },
    projects: each(project),
    alerts: { ...fields({ tls: tlsVersions }), ...alertRules },
    logs,
    events: rules(
      whenOn({
        holds: (events) => events.given('projects') || events.given('organizations'),
        message: 'needs "projects" or "organizations"',
        fix: 'Add one of them.',
      }),
    ),
  }),
};

function isHostPort(text: string): boolean {
  return new RegExp(String(hostPort.pattern)).test(text);
}
