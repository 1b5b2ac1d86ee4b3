/** Every kind of mistake that this library reports, with what it means. docs/issues.md is printed from this table. */
export const issueCodes = {
  // Reading a collector's configuration (the collector's loader and decoder).
  'config-section': 'A part of the configuration is unknown, or has the wrong shape.',
  'env-name': 'An environment variable in `${env:NAME}` has a name that the collector refuses.',
  'config-uri':
    'A `${scheme:…}` names a source of configuration that the collector does not have, or stands where it is not read.',
  'component-id': 'A component id is not `type` or `type/name`.',
  'component-duplicate': 'Two ids are equal once spaces are trimmed.',
  'component-type': 'No component has this type.',
  'component-distribution': 'The image does not hold a component.',
  'component-conflict': 'One component id has two configurations in one collector.',
  'pipeline-id': 'A pipeline id is not `signal` or `signal/name`.',
  'field-unknown': 'A component does not have this field.',
  'field-type': 'A field holds a value of another type than the component reads.',
  'field-value': 'A field holds a value that the component refuses.',
  'value-unsupported': 'A value cannot be written to YAML.',
  // The structure of a collector's configuration.
  'config-empty': 'The configuration is empty.',
  'receivers-missing': 'The configuration has no receivers.',
  'exporters-missing': 'The configuration has no exporters.',
  'pipelines-missing': 'The configuration has no pipelines.',
  'connector-ambiguous': 'A connector has the id of a receiver or an exporter.',
  'extension-undefined': 'An enabled extension is not defined.',
  'component-undefined': 'A pipeline names a component that is not defined.',
  'pipeline-incomplete': 'A pipeline has no receiver or no exporter.',
  'processor-repeated': 'A pipeline names a processor twice.',
  'profiles-gate': 'A profiles pipeline needs a feature gate.',
  'telemetry-readers': 'The collector’s own metrics are on, but nobody reads them, or a reader is incomplete.',
  'telemetry-views': 'Views need the level `detailed`.',
  'telemetry-resource': 'The resource of the collector’s own telemetry mixes two notations.',
  // The graph of a collector's pipelines.
  'signal-unsupported': 'A component does not support the signal of its pipeline.',
  'connector-one-sided': 'A connector is used on one side only.',
  'connector-signals': 'A connector cannot turn one signal into the other.',
  'pipeline-cycle': 'Pipelines feed each other in a circle.',
  'extension-not-enabled': 'A component refers to an extension that is not enabled.',
  'extension-kind': 'A component refers to an extension of the wrong kind.',
  'extension-cycle': 'Extensions depend on each other in a circle.',
  'pipeline-reference': 'A component sends to a pipeline that does not exist or does not listen to it.',
  // What a collector accepts, but hardly as meant.
  'secret-literal': 'A secret stands in the configuration as plain text.',
  'component-unused': 'A component is defined, but no pipeline uses it.',
  'extension-unused': 'An extension is defined, but not enabled.',
  'port-shared': 'Two components listen on one port.',
  'metrics-delta': 'A destination that keeps the last value of a metric gets increments.',
  'processor-order': 'Processors stand in an order that loses data or work.',
  // Links between collectors, the hub and Kubernetes.
  'env-unknown': 'A collector reads an environment variable that nothing sets.',
  'hub-unknown': 'A collector belongs to a hub that does not exist.',
  'hub-unlinked': 'A collector carries a hub’s label, but does not read its variables, or the other way round.',
  'hub-several': 'A collector reads variables of several hubs.',
  'export-unread': 'A hub exports a variable that no collector reads.',
  'observer-signals': 'An observer cannot keep the measurements of a signal apart.',
  'anchor-missing': 'A tap stands after a processor that its pipeline does not have.',
  'name-taken': 'Two objects of one kind have the same name in a namespace; two hubs, in the Kubernetes cluster.',
  'name-invalid': 'Kubernetes, or the operator, refuses a name.',
} as const satisfies Record<string, string>;

/** The stable identifier of a kind of mistake. */
export type IssueCode = keyof typeof issueCodes;
