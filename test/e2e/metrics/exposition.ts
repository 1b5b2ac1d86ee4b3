/** Metrics as they are served: the labels of all series of each, by name. */
export type Served = Map<string, Set<string>>;

/** The formats that releases of Prometheus ask for, the best first. */
export const accepts = {
  utf8: 'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,*/*;q=0.1',
  underscores:
    'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.1',
} as const;

/** Reads what a port serves to a Prometheus. */
export async function metricsAt(port: number, accept: string): Promise<Served> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { accept } });
  if (!response.ok) throw new Error(`port ${port}: ${response.status} ${await response.text()}`);
  return read(await response.text());
}

const label = /([a-zA-Z_][a-zA-Z0-9_]*|"(?:[^"\\]|\\.)*")\s*=\s*"(?:[^"\\]|\\.)*"/g;

function read(text: string): Served {
  const served: Served = new Map();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const plain = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? /.exec(line);
    const quoted = /^\{"((?:[^"\\]|\\.)*)"(?:,(.*))?\} /.exec(line);
    const [, name = '', labels = ''] = plain ?? quoted ?? [];
    if (name === '') throw new Error(`no metric in the line ${line}`);
    const known = served.get(name) ?? new Set();
    for (const [, key = ''] of labels.matchAll(label)) known.add(key.replace(/^"|"$/g, ''));
    served.set(name, known);
  }
  return served;
}
