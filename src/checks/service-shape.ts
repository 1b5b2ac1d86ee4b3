import { isAtLeast, type Release } from '../model/release';
import type { Fields, Shape } from './shape';

/**
 * The section `service`, from the collector's own structs: service/config.go, service/pipelines/config.go, and for
 * telemetry otelconftelemetry's v0.3.0.go and otelconf/v0.3.0's generated_config.go, as of 0.131.0 and 0.159.0.
 */
export function serviceShape(release: Release): Shape {
  const pipeline: Shape = { fields: { receivers: ids, processors: ids, exporters: ids } };
  return { fields: { telemetry: telemetryShape(release), extensions: ids, pipelines: { values: pipeline } } };
}

/** The release from which `service.telemetry.resource` has fields; before, it is a map of attributes and nothing else. */
export const resourceFieldsSince = '0.159.0';

const ids: Shape = { list: 'text' };

function telemetryShape(release: Release): Shape {
  const resource: Shape = isAtLeast(release, resourceFieldsSince) ? 'map' : { values: 'text' };
  return { fields: { logs: logs(release), metrics, traces, resource } };
}

const otlp: Fields = {
  certificate: 'text',
  client_certificate: 'text',
  client_key: 'text',
  compression: 'text',
  endpoint: 'text',
  // A list of names and values; as a map in the notation that came before it, which is still read.
  headers: { either: [{ list: { fields: { name: 'text', value: 'text' } } }, { values: 'text' }] },
  headers_list: 'text',
  insecure: 'boolean',
  protocol: 'text',
  timeout: 'number',
};

function processors(exporter: Fields): Shape {
  // Without an endpoint in a batch the collector crashes while it reads its configuration.
  const batched: Fields = { ...exporter, otlp: { fields: otlp, required: ['endpoint'] } };
  return {
    list: {
      fields: {
        batch: {
          fields: {
            export_timeout: 'number',
            exporter: { fields: batched },
            max_export_batch_size: 'number',
            max_queue_size: 'number',
            schedule_delay: 'number',
          },
        },
        simple: { fields: { exporter: { fields: exporter } } },
      },
    },
  };
}

const console: Fields = { console: 'map' };

function logs(release: Release): Shape {
  return {
    fields: {
      level: { words: logLevels(release) },
      development: 'boolean',
      // zap's encoders. `validate` takes any text, but with another the collector does not start.
      encoding: { words: ['console', 'json'] },
      disable_caller: 'boolean',
      disable_stacktrace: 'boolean',
      sampling: { fields: { enabled: 'boolean', tick: 'duration', initial: 'number', thereafter: 'number' } },
      output_paths: 'texts',
      error_output_paths: 'texts',
      initial_fields: 'map',
      processors: processors({ ...console, otlp: { fields: otlp } }),
      ...(isAtLeast(release, '0.159.0') && { disable_zap_resource: 'boolean' as const }),
    },
  };
}

// zapcore's levels; an empty text is `info`.
function logLevels(release: Release): readonly string[] {
  const levels = ['debug', 'info', '', 'warn', 'error', 'dpanic', 'panic', 'fatal'];
  return isAtLeast(release, '0.159.0') ? [...levels, 'warning'] : levels;
}

/** configtelemetry's levels. */
const levels: Shape = { words: ['none', 'basic', 'normal', 'detailed'] };

const includeExclude: Shape = { fields: { included: 'texts', excluded: 'texts' } };

const prometheus: Shape = {
  fields: {
    host: 'text',
    port: 'number',
    with_resource_constant_labels: includeExclude,
    without_scope_info: 'boolean',
    without_type_suffix: 'boolean',
    without_units: 'boolean',
  },
};

const reader: Shape = {
  fields: {
    periodic: {
      fields: {
        exporter: {
          fields: {
            ...console,
            otlp: { fields: { ...otlp, default_histogram_aggregation: 'text', temporality_preference: 'text' } },
          },
        },
        interval: 'number',
        timeout: 'number',
      },
    },
    producers: { list: { fields: { opencensus: 'map' } } },
    pull: { fields: { exporter: { fields: { prometheus } } } },
  },
};

const histogram: Fields = { record_min_max: 'boolean' };

const view: Shape = {
  fields: {
    selector: {
      fields: {
        instrument_name: 'text',
        instrument_type: 'text',
        meter_name: 'text',
        meter_schema_url: 'text',
        meter_version: 'text',
        unit: 'text',
      },
    },
    stream: {
      fields: {
        aggregation: {
          fields: {
            base2_exponential_bucket_histogram: { fields: { ...histogram, max_scale: 'number', max_size: 'number' } },
            default: 'map',
            drop: 'map',
            explicit_bucket_histogram: { fields: { ...histogram, boundaries: { list: 'number' } } },
            last_value: 'map',
            sum: 'map',
          },
        },
        attribute_keys: includeExclude,
        description: 'text',
        name: 'text',
      },
    },
  },
};

const metrics: Shape = { fields: { level: levels, readers: { list: reader }, views: { list: view } } };

const limits: Fields = {
  attribute_count_limit: 'number',
  attribute_value_length_limit: 'number',
  event_attribute_count_limit: 'number',
  event_count_limit: 'number',
  link_attribute_count_limit: 'number',
  link_count_limit: 'number',
};

const traces: Shape = {
  fields: {
    level: levels,
    propagators: 'texts',
    limits: { fields: limits },
    processors: processors({
      ...console,
      otlp: { fields: otlp },
      zipkin: { fields: { endpoint: 'text', timeout: 'number' } },
    }),
    sampler: {
      fields: {
        always_off: 'map',
        always_on: 'map',
        jaeger_remote: 'map',
        parent_based: 'map',
        trace_id_ratio_based: { fields: { ratio: 'number' } },
      },
    },
  },
};
