import { Duration } from 'cdk8s';
import {
  connectors,
  exporters,
  jsonTemplate,
  MdaiCluster,
  presets,
  promql,
  receivers,
  secret,
  slackAlertTemplate,
  text,
  webhook,
} from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** People and other systems hear of what the hub does. */
export function webhooks(scope: Construct) {
  const cluster = new MdaiCluster(scope, 'mdai');
  const hub = cluster.hub('incidents');
  const troubled = hub.set('troubled_teams');

  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const failures = connectors.count('failures', {
    logs: {
      failures: { conditions: ['severity_number >= SEVERITY_NUMBER_ERROR'], attributes: [{ key: 'team' }] },
    },
  });
  const gateway = cluster.collector('gateway');
  gateway.pipeline('logs', { from: [otlp], to: [failures] });
  gateway.pipeline('metrics', { from: [failures], processors: presets.runningTotals(), to: [exporters.prometheus()] });

  const failing = hub.alert('failing', {
    expr: promql`sum by (team) (increase(${failures.metric('failures')}[5m])) > 1000`,
    labels: ['team'],
    severity: 'critical',
    for: Duration.minutes(2),
  });
  const team = failing.label('team');

  // Slack gets the hub's own message; the address is a secret.
  const slack = webhook({
    url: secret('slack', 'url'),
    template: slackAlertTemplate({
      message: 'A team fails',
      label: team,
      link: { url: 'https://runbooks.example/failing', text: 'What to do' },
    }),
    timeout: Duration.seconds(10),
  });
  // The pager wants JSON of its own, with a key.
  const page = webhook({
    url: 'https://events.pager.example/v2/enqueue',
    template: jsonTemplate({
      routing_key: secret('pager', 'routing-key'),
      event_action: 'trigger',
      payload: { summary: text`${team} fails: ${failing.value} errors`, severity: 'critical', source: 'mdai' },
    }),
  });
  hub.automation('tell', { when: failing.firing(), do: [troubled.add(team), slack, page] });
  hub.automation('calm', { when: failing.resolved(), do: [troubled.remove(team)] });

  // A workflow runs whenever the list grows, whatever the reason.
  hub.automation('dispatch', {
    when: troubled.updated({ update: 'added' }),
    do: [
      webhook({
        url: 'https://api.github.com/repos/acme/runbooks/dispatches',
        template: jsonTemplate({ event_type: 'team-fails', client_payload: { team: troubled.update.data } }),
        headers: { Accept: 'application/vnd.github+json', Authorization: secret('github', 'authorization') },
      }),
    ],
  });
  return { cluster, failing, troubled };
}
