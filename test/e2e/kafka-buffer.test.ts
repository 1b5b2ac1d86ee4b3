import { tool } from '../../tools/locate';
import { Pod } from './pods';
import { Running, Started, until } from './process';
import { sendSpans } from './traffic';
import { Vendor } from './vendor';

const example = 'kafka-buffer';
const token = 'token-of-the-vendor';
const bootstrap = ['kafka-bootstrap.kafka.svc.cluster.local:9092'];

const started = new Started();
let brokers: string[];
let vendor: Vendor;
let other: Vendor;
let intake: Pod;
let delivery: Pod;

beforeAll(async () => {
  brokers = [await broker()];
  vendor = await started.add(Vendor.start(token));
  other = await started.add(Vendor.start(token));
  const substitutions = [['exporters::kafka/spans::brokers', bootstrap, brokers]] as const;
  intake = await started.add(Pod.start({ example, collector: 'intake', substitutions }));
  delivery = await started.add(deliveryTo(vendor));
});

afterAll(() => started.stop());

/** The broker that the example expects, with its topic of as many partitions as the example says. */
async function broker(): Promise<string> {
  const kafka = new Running(tool('kafka'), ['--topic', 'spans:12']);
  await started.add(Promise.resolve(kafka));
  await kafka.printed('listening on');
  const [, address] = /listening on (\S+)/.exec(kafka.output) ?? [];
  return address!;
}

function deliveryTo({ url }: Vendor): Promise<Pod> {
  return Pod.start({
    example,
    collector: 'delivery',
    env: { VENDOR_TOKEN: token },
    substitutions: [
      ['receivers::kafka/spans::brokers', bootstrap, brokers],
      ['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', url],
    ],
  });
}

let sent = 0;

function spanId(): string {
  sent += 1;
  return String(sent).padStart(16, '0');
}

/** Sends one span of each of many traces. */
async function send(name: string, traces: number): Promise<void> {
  const spans = Array.from({ length: traces }, (_, i) => ({
    traceId: String(i + 1).padStart(32, 'a'),
    spanId: spanId(),
    name,
    service: 'shop',
  }));
  await sendSpans(intake.port(4318), spans);
}

function tracesAt({ spans }: Vendor, name: string): Set<string> {
  return new Set(spans.filter((span) => span.name === name).map(({ traceId }) => traceId));
}

test('what the intake takes reaches the vendor through the topic', async () => {
  await send('straight', 20);
  await until(() => tracesAt(vendor, 'straight').size === 20, 'the spans');
});

test('what comes while nobody delivers waits in the topic', async () => {
  await delivery.stop();
  await send('waiting', 20);
  await send('waiting longer', 20);
  expect(tracesAt(vendor, 'waiting').size).toBe(0);
  await delivery.startAgain();
  await until(() => tracesAt(vendor, 'waiting').size === 20, 'the first spans', 60);
  await until(() => tracesAt(vendor, 'waiting longer').size === 20, 'the second spans');
});

test('what the vendor has not taken is read again when the delivery starts again', async () => {
  await vendor.stop();
  await send('refused', 20);
  await until(() => delivery.output.includes('Exporting failed'), 'the delivery to try');
  await delivery.stop();
  await vendor.startAgain();
  await delivery.startAgain();
  await until(() => tracesAt(vendor, 'refused').size === 20, 'the spans', 15);
});

test('two pods share the partitions, and each trace is whole in one of them', async () => {
  await started.add(deliveryTo(other));
  let probes = 0;
  await until(
    async () => {
      probes += 1;
      await send(`probe ${probes}`, 50);
      return other.spans.length > 0;
    },
    'the second pod to get some of the partitions',
    60,
  );
  // The group is settled once the last probe is divided.
  const divided = (name: string) => tracesAt(vendor, name).size + tracesAt(other, name).size;
  await until(() => divided(`probe ${probes}`) === 50, 'the last probe');
  const names = ['first', 'second', 'third'];
  for (const name of names) await send(name, 50);
  await until(() => names.every((name) => divided(name) === 50), 'the spans');
  const [here, there] = [vendor, other].map((one) => names.map((name) => [...tracesAt(one, name)].sort()));
  expect(here![0]!.length).toBeGreaterThan(0);
  expect(there![0]!.length).toBeGreaterThan(0);
  for (const traces of [here!, there!]) expect(traces.slice(1)).toEqual([traces[0], traces[0]]);
});
