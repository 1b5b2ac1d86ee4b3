import { App, Chart } from 'cdk8s';
import { Collector, exporters, issuer, receivers } from '../../src/index';
import { at } from '../../src/model/config';
import { issuesOf } from '../../src/testing';

const debug = exporters.debug();
const folder = '/etc/otelcol/certificates/corp';

function gateway(...tls: readonly object[]) {
  const collector = new Collector(new Chart(new App(), 'telemetry', { namespace: 'ns' }), 'gateway', {
    defaults: false,
  });
  for (const [i, one] of tls.entries()) {
    const own = receivers.otlp(`r${i}`, { protocols: { grpc: { endpoint: `0.0.0.0:${5000 + i}`, tls: one } } });
    collector.pipeline(`logs/p${i}`, { from: [own], to: [debug] });
  }
  return collector;
}

function tlsOf(collector: Collector) {
  return at(collector.toConfig(), 'receivers', 'otlp/r0', 'protocols', 'grpc', 'tls');
}

test('a server shows its certificate, and asks for one of the same issuer', () => {
  const collector = gateway(issuer('corp').serverTls());
  expect(tlsOf(collector)).toEqual({
    cert_file: `${folder}/tls.crt`,
    key_file: `${folder}/tls.key`,
    client_ca_file: `${folder}/ca.crt`,
    client_ca_file_reload: true,
    reload_interval: '1h',
  });
  expect(issuesOf(collector)).toEqual([]);
});

test('a server can let in anybody', () => {
  expect(tlsOf(gateway(issuer('corp').serverTls({ clients: 'any' })))).toEqual({
    cert_file: `${folder}/tls.crt`,
    key_file: `${folder}/tls.key`,
    reload_interval: '1h',
  });
});

test('a client trusts the issuer, and shows its certificate unless told otherwise', () => {
  const collector = gateway();
  const corp = issuer('corp', { kind: 'ClusterIssuer' });
  const to = [corp.clientTls(), corp.clientTls({ certificate: false })].map((tls, i) =>
    exporters.otlp_http(`e${i}`, { endpoint: 'https://a', tls }),
  );
  collector.pipeline('logs', { from: [receivers.otlp({ protocols: { grpc: {} } })], to });
  expect(collector.toConfig().exporters).toMatchObject({
    'otlp_http/e0': {
      tls: { ca_file: `${folder}/ca.crt`, cert_file: `${folder}/tls.crt`, key_file: `${folder}/tls.key` },
    },
    'otlp_http/e1': { tls: { ca_file: `${folder}/ca.crt` } },
  });
});

test('an Issuer and a ClusterIssuer of one name are not confused', () => {
  const [one, other] = [issuer('corp'), issuer('corp', { kind: 'ClusterIssuer' })];
  expect(issuesOf(gateway(one.serverTls(), issuer('corp').serverTls()))).toEqual([]);
  expect(issuesOf(gateway(one.serverTls(), other.serverTls()))).toContainEqual(
    expect.objectContaining({
      code: 'component-conflict',
      path: 'telemetry/gateway/receivers/otlp/r1',
      message: `the folder ${folder} would hold the files of two issuers.`,
    }),
  );
});
