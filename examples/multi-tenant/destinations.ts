import { exporters, secret, text } from 'cdk8s-mdai';

/** Where everything goes that somebody looks at. */
export const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});

/** Where everything else is kept, for little money. */
export const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.internal.example' });

/** Where payments have to be kept for ten years. */
export const ledger = exporters.otlp_http('ledger', { endpoint: 'https://ledger.payments.example' });
