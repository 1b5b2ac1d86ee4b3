import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Lazy, type ResolutionContext, Testing, YamlOutputType } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { MdaiApp } from '../src/app';
import { both } from './synth/outputs';
import { parseYaml } from './synth/parsers';

const OUTPUT_TYPES = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
].map((type) => [YamlOutputType[type], type] as const);

const root = mkdtempSync(join(tmpdir(), 'mdai-app-'));
afterAll(() => rmSync(root, { recursive: true }));

describe.each(OUTPUT_TYPES)('with %s', (_, yamlOutputType) => {
  test.each([
    ['an app without charts', () => undefined],
    ['charts that stand alone', fillSimple],
    ['charts in charts, and dependencies', fillRich],
  ])('writes the files that the stock App writes for %s', (_, fill) => {
    const { stock, mdai } = both(fill, { yamlOutputType });
    expect(mdai).toEqual(stock);
    expect(typeof stock).toBe('object');
  });

  test('writes the metadata of constructs, by property and by environment', () => {
    const byProperty = both(fillRich, { yamlOutputType, recordConstructMetadata: true });
    const byEnvironment = withEnvironment('CDK8S_RECORD_CONSTRUCT_METADATA', () => both(fillRich, { yamlOutputType }));
    expect(byProperty.mdai).toEqual(byProperty.stock);
    expect(byProperty.mdai).toHaveProperty(['construct-metadata.json']);
    expect(byEnvironment).toEqual(byProperty);
  });

  test('obeys the extension, the resolvers and the switch for sorting', () => {
    const resolvers = [{ resolve: replaceSecret }];
    const props = { yamlOutputType, resolvers, outputFileExtension: '.yaml' };
    const { stock, mdai } = withEnvironment('CDK8S_DISABLE_SORT', () => both(fillRich, props));
    expect(mdai).toEqual(stock);
    expect(JSON.stringify(mdai)).toContain('replaced');
    expect(JSON.stringify(mdai)).toMatch(/"z.{0,2}:1,.{0,2}"a/);
  });
});

describe('one text for all charts', () => {
  test.each([
    ['charts that stand alone', fillSimple],
    ['charts in charts, and dependencies', fillRich],
  ])('has the objects of the stock App in its order, for %s', (_, fill) => {
    const [stock, mdai] = [new App(), new MdaiApp()];
    fill(stock);
    fill(mdai);
    expect(parseYaml(mdai.synthYaml())).toEqual(parseYaml(stock.synthYaml()));
  });

  test('is empty without objects', () => {
    expect(new MdaiApp().synthYaml()).toBe('');
  });
});

describe('validation', () => {
  test('runs once for every construct and synthesis, where the stock App repeats it for every chart', () => {
    const count = (app: App) => {
      const validate = jest.fn(() => []);
      fillRich(app);
      const constructs = app.node.findAll();
      for (const construct of constructs) {
        construct.node.addValidation({ validate });
      }
      app.synth();
      return validate.mock.calls.length / constructs.length;
    };
    expect(count(new MdaiApp({ outdir: temporary() }))).toBe(1);
    expect(count(new App({ outdir: temporary() }))).toBe(1 + 4);
  });

  test('reports everything at once, in the words of the stock App', () => {
    const fill = (app: App) => {
      fillSimple(app);
      app.node.addValidation({ validate: () => ['first', 'second'] });
      app.node.findChild('web').node.addValidation({ validate: () => ['third'] });
    };
    const { stock, mdai } = both(fill);
    expect(mdai).toBe(stock);
    expect(mdai).toBe('Validation failed with the following errors:\n  [] first\n  [] second\n  [web] third');
    const app = new MdaiApp();
    fill(app);
    expect(() => app.synthYaml()).toThrow(stock as string);
  });

  test('may add objects, in charts that are there and in new ones, which are written and not validated', () => {
    const late = jest.fn(() => []);
    const fill = (app: App) => {
      fillSimple(app);
      app.node.addValidation({ validate: () => completeOnce(app, late) });
    };
    const { stock, mdai } = both(fill);
    expect(mdai).toEqual(stock);
    expect(mdai).toHaveProperty(['derived.k8s.yaml']);
    late.mockClear();
    const app = new MdaiApp();
    fill(app);
    expect(parseYaml(app.synthYaml())).toContainEqual(expect.objectContaining({ kind: 'Derived' }));
    expect(late).not.toHaveBeenCalled();
  });
});

describe('synthesis', () => {
  test('resolves each object once, and leaves the tree as it was', () => {
    const app = new MdaiApp({ outdir: temporary(), recordConstructMetadata: true });
    fillRich(app);
    const objects = app.node.findAll().filter(ApiObject.isApiObject);
    const calls = objects.map((object) => jest.spyOn(object, 'toJson'));
    const before = app.node.findAll().map(({ node }) => node.dependencies);
    app.synth();
    expect(calls.map((call) => call.mock.calls.length)).toEqual(objects.map(() => 1));
    expect(app.node.findAll().map(({ node }) => node.dependencies)).toEqual(before);
  });

  test('can be repeated, with the same result', () => {
    const outdir = temporary();
    const app = new MdaiApp({ outdir });
    fillRich(app);
    const read = () => readdirSync(outdir).map((file) => readFileSync(join(outdir, file), 'utf8'));
    app.synth();
    const once = read();
    app.synth();
    expect(read()).toEqual(once);
  });

  test('leaves what reads one chart, or the list of charts, as it is in a stock App', () => {
    const [stock, mdai] = [new App(), new MdaiApp()];
    fillRich(stock);
    fillRich(mdai);
    expect(mdai.charts.map(({ node }) => node.path)).toEqual(stock.charts.map(({ node }) => node.path));
    expect(mdai.charts.map((chart) => Testing.synth(chart))).toEqual(stock.charts.map((chart) => Testing.synth(chart)));
  });

  test('asks a chart that has a toJson of its own', () => {
    class Labelled extends Chart {
      override toJson() {
        return super.toJson().map((object) => ({ ...object, added: true }));
      }
    }
    const { stock, mdai } = both((app) => fillSimple(app, Labelled));
    expect(mdai).toEqual(stock);
    expect(JSON.stringify(mdai)).toContain('added');
  });
});

describe('an error', () => {
  test('in an object keeps its words and its place', () => {
    const { stock, mdai } = both((app) => {
      new ApiObject(new Chart(app, 'web'), 'bad', { apiVersion: 'v1', kind: 'ConfigMap', data: new Date(0) });
    });
    expect(mdai).toBe(stock);
    expect(mdai).toContain("at path 'web/bad'");
  });

  test('of the output folder names the folder and the reason, and keeps its cause', () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');
    const synth = () => new MdaiApp({ outdir: join(file, 'dist') }).synth();
    expect(synth).toThrow(`Cannot make the folder "${join(file, 'dist')}": ENOTDIR: not a directory`);
    expect(synth).toThrow(expect.objectContaining({ cause: expect.objectContaining({ code: 'ENOTDIR' }) }));
  });

  test('of a file names the file', () => {
    const app = new MdaiApp({ outdir: temporary(), outputFileExtension: '/none.yaml' });
    fillSimple(app);
    expect(() => app.synth()).toThrow(/^Cannot write the file ".*none.yaml": ENOENT/);
  });
});

function fillSimple(app: App, ChartClass: typeof Chart = Chart): void {
  const web = new ChartClass(app, 'web', { namespace: 'shop', labels: { team: 'web' } });
  configMap(web, 'settings', { mode: '0775', yes: 'no', text: 'a\n\tb\n', list: [null, 'y'] });
  configMap(web, 'empty', {});
  new ChartClass(app, 'nothing');
}

/** Four charts: one in another, two that depend on each other's constructs, one empty. */
function fillRich(app: App): void {
  const web = new Chart(app, 'web', { namespace: 'shop', disableResourceNameHashes: true });
  const inner = new Chart(new Construct(web, 'part'), 'inner');
  const direct = new Chart(web, 'direct');
  const base = new Chart(app, '7', { labels: { a: 'b' } });

  const settings = configMap(web, 'settings', { z: 1, a: 2 });
  const late = configMap(web, 'late', { lazy: Lazy.any({ produce: () => ({ later: [1, '1e3'] }) }), secret: 'SECRET' });
  settings.addDependency(late);
  const deployment = new Deployment(inner, 'server', { containers: [{ image: 'nginx' }] });
  deployment.node.addDependency(settings);
  new ApiObject(direct, 'role', { apiVersion: 'rbac/v1', kind: 'ClusterRole', metadata: { name: 'system:a/b' } });
  const patched = configMap(base, 'patched', { keep: 'x', size: 10.5 });
  patched.addJsonPatch(JsonPatch.add('/data/added', ['y', null]), JsonPatch.remove('/data/keep'));
  configMap(base, 'same', { first: true }, 'patched');
  new Construct(base, 'group').node.addDependency(patched);
  inner.addDependency(base);
}

function configMap(scope: Construct, id: string, data: unknown, name?: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: name ? { name } : undefined, data });
}

/** What a model does that derives objects: it adds them the first time it is asked. */
function completeOnce(app: App, validate: () => string[]): string[] {
  if (!app.node.tryFindChild('derived')) {
    const chart = new Chart(app, 'derived');
    for (const scope of [chart, app.node.findChild('web') as Chart]) {
      const object = new ApiObject(scope, 'derived', { apiVersion: 'v1', kind: 'Derived' });
      object.node.addValidation({ validate });
    }
  }
  return [];
}

function replaceSecret(context: ResolutionContext): void {
  if (context.value === 'SECRET') {
    context.replaceValue('replaced');
  }
}

function temporary(): string {
  return mkdtempSync(join(root, 'out-'));
}

function withEnvironment<T>(name: string, run: () => T): T {
  process.env[name] = 'true';
  try {
    return run();
  } finally {
    delete process.env[name];
  }
}
