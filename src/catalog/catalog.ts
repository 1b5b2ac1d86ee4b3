import type { ComponentKind } from '../model/component-id';
import { isAtLeast } from '../model/release';
import { count } from './components/connectors/count';
import { forward } from './components/connectors/forward';
import { routing } from './components/connectors/routing';
import { debug } from './components/exporters/debug';
import { file } from './components/exporters/file';
import { loadBalancing } from './components/exporters/load-balancing';
import { nop } from './components/exporters/nop';
import { otlpGrpc } from './components/exporters/otlp-grpc';
import { otlpHttp } from './components/exporters/otlp-http';
import { prometheus } from './components/exporters/prometheus';
import { bearertokenauth } from './components/extensions/bearertokenauth';
import { fileStorage } from './components/extensions/file-storage';
import { healthCheck } from './components/extensions/health-check';
import { zpages } from './components/extensions/zpages';
import { attributes } from './components/processors/attributes';
import { batch } from './components/processors/batch';
import { deltaToCumulative } from './components/processors/delta-to-cumulative';
import { filter } from './components/processors/filter';
import { groupbyattrs } from './components/processors/groupbyattrs';
import { memoryLimiter } from './components/processors/memory-limiter';
import { probabilisticSampler } from './components/processors/probabilistic-sampler';
import { resource } from './components/processors/resource';
import { tailSampling } from './components/processors/tail-sampling';
import { transform } from './components/processors/transform';
import { fluentForward } from './components/receivers/fluent-forward';
import { otlp } from './components/receivers/otlp';
import type { ComponentFacts } from './facts';

/** All components that are described, by kind. */
export const components: Readonly<Record<ComponentKind, readonly ComponentFacts[]>> = {
  receiver: [fluentForward, otlp],
  processor: [
    attributes,
    batch,
    deltaToCumulative,
    filter,
    groupbyattrs,
    memoryLimiter,
    probabilisticSampler,
    resource,
    tailSampling,
    transform,
  ],
  exporter: [debug, file, loadBalancing, nop, otlpGrpc, otlpHttp, prometheus],
  connector: [count, forward, routing],
  extension: [bearertokenauth, fileStorage, healthCheck, zpages],
};

const index = new Map<string, ComponentFacts>();
for (const facts of Object.values(components).flat()) {
  index.set(`${facts.kind} ${facts.type}`, facts);
  if (facts.renamed) index.set(`${facts.kind} ${facts.renamed.from}`, facts);
}

/** The facts of a component type, by its newest name or an older one. */
export function findComponent(kind: ComponentKind, type: string): ComponentFacts | undefined {
  return index.get(`${kind} ${type}`);
}

/** The newest names of the types of a kind that are described, in alphabetical order. */
export function knownTypes(kind: ComponentKind): readonly string[] {
  return components[kind].map((facts) => facts.type);
}

/** The name by which a release knows a component. */
export function nameIn(release: string, facts: ComponentFacts): string {
  const { renamed } = facts;
  return renamed && !isAtLeast(release, renamed.in) ? renamed.from : facts.type;
}
