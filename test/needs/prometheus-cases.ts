import type { NeedsCase } from './cases';

export const prometheusCases: readonly NeedsCase[] = [
  {
    name: 'prometheus with written targets',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [{ job_name: 'a', static_configs: [{ targets: ['db.infra.svc:9187', 'web.example'] }] }],
          },
        },
      },
    },
    expected: { egress: ['db.infra.svc:9187', 'web.example:80'] },
  },
  {
    name: 'prometheus that discovers pods',
    collector: {
      receivers: {
        prometheus: { config: { scrape_configs: [{ job_name: 'a', kubernetes_sd_configs: [{ role: 'pod' }] }] } },
      },
    },
    expected: { access: ['get,list,watch pods'], egress: ['*:443', '*:6443', '*:*'] },
  },
  {
    name: 'prometheus that discovers in namespaces',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'a',
                kubernetes_sd_configs: [
                  { role: 'endpointslice', namespaces: { names: ['shop'], own_namespace: true } },
                ],
              },
            ],
          },
        },
      },
    },
    expected: {
      access: [
        'get,list,watch services,pods in shop',
        'get,list,watch services,pods in telemetry',
        'get,list,watch discovery.k8s.io/endpointslices in shop',
        'get,list,watch discovery.k8s.io/endpointslices in telemetry',
      ],
      egress: ['*:443', '*:6443', '*:*'],
    },
  },
  {
    name: 'prometheus that discovers with the node of each pod',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'a',
                kubernetes_sd_configs: [
                  { role: 'pod', namespaces: { names: ['shop'] }, attach_metadata: { node: true } },
                ],
              },
            ],
          },
        },
      },
    },
    expected: { access: ['get,list,watch pods in shop', 'get,list,watch nodes'], egress: ['*:443', '*:6443', '*:*'] },
  },
  {
    name: 'prometheus that scrapes kubelets',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'a',
                scheme: 'https',
                authorization: { credentials_file: '/var/run/secrets/kubernetes.io/serviceaccount/token' },
                kubernetes_sd_configs: [{ role: 'node' }],
              },
            ],
          },
        },
      },
    },
    expected: {
      access: ['get,list,watch nodes', 'get nodes/metrics', 'get url /metrics'],
      egress: ['*:443', '*:6443', '*:*'],
    },
  },
  {
    name: 'prometheus that discovers Services, endpoints and ingresses',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'a',
                kubernetes_sd_configs: [
                  { role: 'service' },
                  { role: 'endpoints', attach_metadata: { namespace: true } },
                  { role: 'ingress' },
                ],
              },
            ],
          },
        },
      },
    },
    expected: {
      access: [
        'get,list,watch services',
        'get,list,watch endpoints,services,pods',
        'get,list,watch networking.k8s.io/ingresses',
        'get,list,watch namespaces',
      ],
      egress: ['*:443', '*:6443', '*:*'],
    },
  },
  {
    name: 'prometheus that scrapes through the API server',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              {
                job_name: 'a',
                bearer_token_file: '/var/run/secrets/kubernetes.io/serviceaccount/token',
                static_configs: [{ targets: ['kubernetes.default.svc:443'] }],
                metrics_path: '/api/v1/nodes/n1/proxy/metrics',
              },
            ],
          },
        },
      },
    },
    expected: { access: ['get nodes/proxy', 'get url /metrics'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'prometheus_simple',
    collector: {
      receivers: { prometheus_simple: { endpoint: 'kubernetes.default.svc:443', use_service_account: true } },
    },
    expected: { access: ['get url /metrics'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'prometheus in another Kubernetes cluster',
    collector: {
      receivers: {
        prometheus: {
          config: {
            scrape_configs: [
              { job_name: 'a', kubernetes_sd_configs: [{ role: 'pod', kubeconfig_file: '/etc/kubeconfig' }] },
            ],
          },
        },
      },
    },
    expected: { egress: ['*:443', '*:6443', '*:*'] },
  },
  {
    name: 'prometheus with a target allocator',
    collector: {
      mode: 'statefulset',
      receivers: {
        prometheus: {
          target_allocator: { endpoint: 'http://gw-targetallocator', interval: '30s', collector_id: '${env:POD_NAME}' },
        },
      },
    },
    expected: { env: ['POD_NAME=metadata.name'], egress: ['*:*', 'gw-targetallocator:80'] },
  },
];
