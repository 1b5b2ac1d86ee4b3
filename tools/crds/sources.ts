/** Where the custom resources of one API group are defined, and which of them this library renders. */
export interface CrdSource {
  /** The API group, and the name of the file in imports/. */
  readonly group: string;
  /** The Go module that holds the definitions; its version is in tools/go.mod. */
  readonly module: string;
  /** The folder of the definitions inside the module. */
  readonly folder: string;
  /** The rendered kinds, each with the one version that is rendered. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Whether our checks hold objects against the definitions, so that their rules are in imports/crds/. */
  readonly checked?: boolean;
}

/** Every API group that has a file in imports/. Kinds that nothing renders are left out. */
export const crdSources: readonly CrdSource[] = [
  {
    group: 'hub.mydecisive.ai',
    module: 'github.com/mydecisive/mdai-operator',
    folder: 'config/crd/bases',
    kinds: {
      MdaiCollector: 'v1',
      MdaiDal: 'v1',
      MdaiHub: 'v1',
      MdaiIngress: 'v1',
      MdaiObserver: 'v1',
      MdaiReplay: 'v1',
    },
    checked: true,
  },
  {
    group: 'monitoring.coreos.com',
    module: 'github.com/prometheus-operator/prometheus-operator',
    folder: 'example/prometheus-operator-crd',
    kinds: {
      Alertmanager: 'v1',
      AlertmanagerConfig: 'v1alpha1',
      PodMonitor: 'v1',
      Probe: 'v1',
      Prometheus: 'v1',
      PrometheusAgent: 'v1alpha1',
      PrometheusRule: 'v1',
      ScrapeConfig: 'v1alpha1',
      ServiceMonitor: 'v1',
    },
  },
  {
    group: 'opentelemetry.io',
    module: 'github.com/open-telemetry/opentelemetry-operator',
    folder: 'config/crd/bases',
    // v1alpha1 comes first in the definition and is deprecated: its configuration is one string.
    kinds: { OpenTelemetryCollector: 'v1beta1' },
  },
];
