/**
 * What the operator's defaulting webhook writes into each object, because its Go types have no way to say that a struct is
 * absent (operator 0.153). Said by us, the object comes back as it was written. None of it means anything.
 */
export const inertStructs = {
  daemonSetUpdateStrategy: {},
  deploymentUpdateStrategy: {},
  httpRoute: { enabled: false, gateway: '' },
  ingress: { route: {} },
  networkPolicy: {},
  observability: { metrics: {} },
  podDnsConfig: {},
  resources: {},
  targetAllocator: {
    observability: { metrics: {} },
    prometheusCR: {
      podMonitorNamespaceSelector: {},
      probeNamespaceSelector: {},
      scrapeConfigNamespaceSelector: {},
      serviceMonitorNamespaceSelector: {},
    },
    resources: {},
  },
} as const;
