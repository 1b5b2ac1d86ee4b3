import { Pod, type Substitution } from './pods';

const vendor = 'exporters::otlp_http/vendor::endpoint';

const mistakes: readonly (readonly [string, Substitution, RegExp])[] = [
  ['nothing', ['exporters::otlp_http/other::endpoint', 'https://in.vendor.example', ''], /has nothing at exporters::/],
  ['another value', [vendor, 'https://out.vendor.example', ''], /has "https:\/\/in\.vendor\.example" at/],
  ['a value where there should be none', [vendor, undefined, ''], /not undefined/],
];

test.each(mistakes)('a substitution that finds %s is refused', async (_, substitution, refusal) => {
  const pod = { example: 'tail-sampling', collector: 'sampler', substitutions: [substitution] };
  await expect(Pod.start(pod)).rejects.toThrow(refusal);
});

test('a variable that comes from outside has to be given, and no other', async () => {
  const refusal = /environment of delivery comes from outside in: VENDOR_TOKEN/;
  const pod = { example: 'kafka-buffer', collector: 'delivery' };
  await expect(Pod.start(pod)).rejects.toThrow(refusal);
  await expect(Pod.start({ ...pod, env: { VENDOR_TOKEN: 'a', OTHER: 'b' } })).rejects.toThrow(refusal);
});
