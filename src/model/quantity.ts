const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

// resource.Quantity of k8s.io/apimachinery, without a sign.
const form = /^(?<amount>\d+(?:\.\d*)?|\.\d+)(?:(?<suffix>[numkMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?\d+))?$/;

/** A Kubernetes quantity such as `512Mi`, `1.5` or `100m` as a number; `undefined` for what is none. */
export function quantity(value: unknown): number | undefined {
  const groups = form.exec(String(value))?.groups;
  if (groups === undefined) return undefined;
  const { amount, suffix = '', exponent = '0' } = groups;
  return Number(amount) * (suffixes[suffix] ?? 1) * 10 ** Number(exponent);
}

const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/**
 * A quantity as the API server writes it: with the largest suffix of its kind that leaves a whole number (`2048Mi` is
 * `2Gi`, `0.5` is `500m`). What is no quantity, or has an exponent, stays as it is.
 */
export function canonicalQuantity(value: unknown): unknown {
  const groups = form.exec(String(value))?.groups;
  const amount = quantity(value);
  if (groups === undefined || amount === undefined || groups.exponent !== undefined) return value;
  const isBinary = groups.suffix?.endsWith('i') === true && amount >= 1024 && Number.isInteger(amount);
  return isBinary ? largest(amount, 1024, binary) : largest(Math.ceil(amount * 1e9), 1000, decimal);
}

function largest(amount: number, step: number, suffixes: readonly string[]): string {
  if (amount === 0) return '0';
  let rest = amount;
  let i = 0;
  while (rest % step === 0 && i < suffixes.length - 1) {
    rest /= step;
    i += 1;
  }
  return `${rest}${suffixes[i]}`;
}
