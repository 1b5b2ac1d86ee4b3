import { find, type Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { everyObject } from '../hub/every';
import { Cluster } from './kubernetes';
import { MdaiOperator } from './mdai/operator';
import { Redis } from './mdai/redis';
import { Admission } from './mdai/verdict';
import { run, Started, scratch, yamlFile } from './process';

jest.setTimeout(300_000);

const started = new Started();
let admission: Admission;

beforeAll(async () => {
  const cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  await started.add(MdaiOperator.start(cluster, await started.add(Redis.start())));
  admission = new Admission(cluster);
});

afterAll(() => started.stop());

test('there is one of each kind', () => {
  expect([...new Set(everyObject.map(({ kind }) => kind))].sort()).toEqual([
    'MdaiCollector',
    'MdaiDal',
    'MdaiHub',
    'MdaiIngress',
    'MdaiObserver',
    'MdaiReplay',
  ]);
});

test.each(everyObject.map((object) => [object.kind, object.metadata.name, object] as const))(
  'the MDAI operator takes the %s %s as it is',
  async (_, __, object: Manifest) => {
    const { message, object: taken } = await admission.create(object);
    expect(message).toBe('');
    expect(taken?.spec).toMatchObject(object.spec);
  },
);

test.each(['0.131.0', '0.159.0'] as const)(
  'a collector of release %s reads the conditions of an observer',
  (release) => {
    const { spec } = find(everyObject, 'MdaiObserver', 'observer');
    const { log_record } = spec.observers[0].filter.logs;
    const config = {
      receivers: { otlp: { protocols: { grpc: {} } } },
      processors: { filter: { error_mode: 'silent', logs: { log_record } } },
      exporters: { debug: {} },
      service: { pipelines: { logs: { receivers: ['otlp'], processors: ['filter'], exporters: ['debug'] } } },
    };
    expect(log_record).toHaveLength(5);
    const file = yamlFile(scratch(), 'observer.yaml', config);
    expect(run(tool(`otelcol-${release}`), ['validate', `--config=${file}`])).toMatchObject({ ok: true });
  },
);
