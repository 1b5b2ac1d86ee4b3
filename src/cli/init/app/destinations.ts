import { exporters, secret, text } from 'cdk8s-mdai';

/** Where everything goes that somebody looks at. Its token is in the Secret "vendor", under the key "token". */
export const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});

/** Where everything else is kept, for little money. */
export const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.internal.example' });
