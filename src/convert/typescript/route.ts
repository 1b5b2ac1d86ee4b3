import { parsePipelineId } from '../../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';

/** A rule of a route, as a routing connector and a pipeline say it. */
export interface ReadRule {
  readonly name: string;
  /** In OTTL; `true` for a rule that takes everything. */
  readonly condition: string;
  readonly continues: boolean;
  /** The pipeline in which its outcome happens. */
  readonly pipeline: string;
}

/** What `collector.route()` could have written: a pipeline, its routing connector, and a pipeline for each outcome. */
export interface ReadRoute {
  readonly connector: string;
  readonly rules: readonly ReadRule[];
  readonly otherwise: string;
}

interface Pipeline {
  readonly receivers: ConfigValue | undefined;
  readonly exporters: ConfigValue | undefined;
}

/** The routes of a configuration, by the pipelines that telemetry enters. */
export function routesIn(config: ConfigMap): ReadonlyMap<string, ReadRoute> {
  const pipelines = at(config, 'service', 'pipelines');
  const found = new Map<string, ReadRoute>();
  for (const id of Object.keys(isConfigMap(pipelines) ? pipelines : {})) {
    const route = routeAt(config, id);
    if (route) found.set(id, route);
  }
  return found;
}

function routeAt(config: ConfigMap, id: string): ReadRoute | undefined {
  const parsed = parsePipelineId(id);
  if (parsed === undefined || parsed.signal === 'profiles') return undefined;
  const connector = `routing/${id.replace('/', '.')}`;
  const isAlone = isOnly(pipelineAt(config, id).exporters, connector);
  const settings = at(config, 'connectors', connector);
  if (!isAlone || !isConfigMap(settings)) return undefined;
  const { table, default_pipelines, error_mode, ...others } = settings;
  const prefix = parsed.name === undefined ? `${parsed.signal}/` : `${id}.`;
  const otherwise = `${prefix}otherwise`;
  if (Object.keys(others).length > 0 || error_mode !== 'ignore' || !isOnly(default_pipelines, otherwise))
    return undefined;
  const rules = (Array.isArray(table) ? table : []).map((row) => ruleOf(row, prefix));
  const names = rules.map((rule) => rule?.name);
  const isOwn = [...names.map((name) => `${prefix}${name}`), otherwise].every((pipeline) =>
    isOnly(pipelineAt(config, pipeline).receivers, connector),
  );
  if (rules.length === 0 || new Set(names).size < names.length || !isOwn) return undefined;
  return { connector, otherwise, rules: rules as readonly ReadRule[] };
}

function ruleOf(row: ConfigValue, prefix: string): ReadRule | undefined {
  if (!isConfigMap(row)) return undefined;
  const { context, condition, pipelines, action, ...others } = row;
  const [pipeline] = Array.isArray(pipelines) ? pipelines : [];
  const isPlain = typeof context === 'string' && typeof condition === 'string' && isOnly(pipelines, pipeline);
  if (Object.keys(others).length > 0 || !isPlain || typeof pipeline !== 'string' || !pipeline.startsWith(prefix))
    return undefined;
  if (action !== undefined && action !== 'copy') return undefined;
  return { name: pipeline.slice(prefix.length), condition, continues: action === 'copy', pipeline };
}

function pipelineAt(config: ConfigMap, id: string): Pipeline {
  return {
    receivers: at(config, 'service', 'pipelines', id, 'receivers'),
    exporters: at(config, 'service', 'pipelines', id, 'exporters'),
  };
}

function isOnly(list: ConfigValue | undefined, item: ConfigValue | undefined): boolean {
  return Array.isArray(list) && list.length === 1 && list[0] === item && item !== undefined;
}
