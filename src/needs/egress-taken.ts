import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import { keys, listAt, type Path, type Taken } from './condition';
import { knownText } from './known-text';
import { isToldTargets, jobs } from './prometheus-access';
import { type Target, targetOf } from './target';

export const port = (number: number, transport: Target['transport'] = 'TCP'): Target => ({ port: number, transport });
export const host = (name: string, number: number): Target => ({ host: name, port: number, transport: 'TCP' });

export function places(...targets: readonly Target[]): Taken<Target> {
  const shown = targets.map(({ host: name, port: number, transport }) =>
    [
      name ?? (number === undefined ? 'anywhere' : 'any address'),
      ...(number === undefined ? [] : [`${number}/${transport}`]),
    ].join(' '),
  );
  return { says: shown.join(', '), from: () => targets };
}

/** The field's addresses, each with the port that an address without one means. */
export function addressesIn(path: Path, byDefault: number): Taken<Target> {
  return {
    says: `\`${keys(path).join('.')}\`, port ${byDefault} by default`,
    from: (config, collector) =>
      listAt(config, keys(path)).flatMap((one) => targetOf(one, collector, { port: byDefault }) ?? []),
  };
}

/** Other servers than those that are listed, on the same ports: the servers themselves tell who they are. */
export function advertised(path: Path, byDefault: number): Taken<Target> {
  return {
    says: `any address on the ports of \`${keys(path).join('.')}\``,
    from: (config, collector) =>
      addresses(config, keys(path)).map((one) => {
        const target = targetOf(one, collector, { port: byDefault });
        return { ...(target?.port !== undefined && { port: target.port }), transport: 'TCP' } as const;
      }),
  };
}

function addresses(config: ConfigMap, path: readonly string[]): readonly string[] {
  const value = at(config, ...path);
  if (Array.isArray(value) && value.some(isConfigMap)) {
    return value.flatMap((one) => {
      const endpoint = at(one, 'endpoint');
      return typeof endpoint === 'string' ? [endpoint] : [];
    });
  }
  return listAt(config, path);
}

/** A host in one field and a port in another. */
export function hostAndPort(
  hostPath: string,
  portPath: string,
  byDefault: number,
  transportPath?: string,
): Taken<Target> {
  return {
    says: `\`${hostPath}\` and \`${portPath}\` (${byDefault})`,
    from: (config, collector) => {
      const name = at(config, ...keys(hostPath));
      if (typeof name !== 'string' || name === '') return [];
      const written = at(config, ...keys(portPath)) ?? byDefault;
      const udp = transportPath !== undefined && String(at(config, ...keys(transportPath))).startsWith('udp');
      const target = targetOf(name, collector, { transport: udp ? 'UDP' : 'TCP' });
      if (target === undefined) return [];
      return [{ ...target, ...(Number.isInteger(Number(written)) && { port: Number(written) }) }];
    },
  };
}

/** A job's own targets; anywhere, where something finds them only when the collector runs. */
export const scraped: Taken<Target> = {
  says: 'the targets of `static_configs`; anywhere, where targets are discovered or read from files',
  from: (config, collector) => {
    const all = jobs(config).flatMap((job) => [...targetsOf(job, collector)]);
    const discovers =
      isToldTargets(config, collector) ||
      listAt(config, ['config', 'scrape_config_files']).length > 0 ||
      jobs(config).some((job) => Object.keys(job).some((key) => key.endsWith('_sd_configs')));
    return discovers ? [...all, { transport: 'TCP' }] : all;
  },
};

function* targetsOf(job: ConfigMap, collector: CollectorModel): Generator<Target> {
  const groups = at(job, 'static_configs');
  for (const group of Array.isArray(groups) ? groups : []) {
    if (!isConfigMap(group)) continue;
    for (const one of listAt(group, ['targets'])) {
      const target = targetOf(one, collector, { port: at(job, 'scheme') === 'https' ? 443 : 80 });
      if (target) yield target;
    }
  }
}

/** The pods behind a Service, which is written as `name` or `name.namespace`. */
export function servicePorts(): Taken<Target> {
  return {
    says: '`resolver.k8s.service` and `resolver.k8s.ports` (4317)',
    from: (config, collector) => {
      const service = at(config, 'resolver', 'k8s', 'service');
      if (typeof service !== 'string') return [];
      const written = at(config, 'resolver', 'k8s', 'ports');
      const ports = Array.isArray(written) && written.length > 0 ? written : [4317];
      const [name, namespace = collector.namespace] = (knownText(service, collector) ?? '').split('.');
      const known = name !== '' && namespace !== undefined;
      return ports.map((one) => ({
        ...(known && { host: `${name}.${namespace}.svc` }),
        ...(Number.isInteger(one) && { port: Number(one) }),
        transport: 'TCP',
      }));
    },
  };
}

export function cloudMapPort(): Taken<Target> {
  return {
    says: '`resolver.aws_cloud_map.port`',
    from: (config) => {
      const written = at(config, 'resolver', 'aws_cloud_map', 'port');
      return [{ ...(Number.isInteger(written) && { port: Number(written) }), transport: 'TCP' }];
    },
  };
}
