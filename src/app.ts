import { type ApiObject, App, type AppProps } from 'cdk8s';
import { type Manifest, resolveApp, writeManifests } from './synth/layout';
import { SynthOrder } from './synth/order';
import { OutputFolder } from './synth/output-folder';
import { changesSince, comparesOutput } from './synth/previous';
import { assertNone, errorsOf, validateTree } from './synth/validate';
import { yamlStream } from './synth/yaml';

/** What an `MdaiApp` is given: what a cdk8s App is, and more. */
export interface MdaiAppProps extends AppProps {
  /**
   * The folder with the manifests that were synthesized last, for example those of the main branch. An object that is
   * in it may not change where Kubernetes lets nothing change: an issue, `immutable-changed`. `false` compares nothing.
   * @default the output folder, as it is before it is written; where it was emptied, as `cdk8s synth` does, as it was
   * committed to git, with a warning in place of the error
   */
  readonly previous?: string | false;
}

/**
 * A cdk8s App that writes the same files with the same objects, in time that grows with the number of objects, where
 * the stock App resolves and validates the whole app again for every chart.
 *
 * Every validation runs once for each `synth()` or `synthYaml()`, before anything else; objects that it adds to the
 * tree are written too. Every object is resolved once. The tree's dependencies are read, and none is added.
 */
export class MdaiApp extends App {
  /** @internal */
  readonly [comparesOutput] = true;
  private readonly recordsConstructs: boolean;
  private readonly previous: string | false;

  /** @param props those of a cdk8s App, with the same defaults */
  constructor(props: MdaiAppProps = {}) {
    super(props);
    this.previous = props.previous ?? this.outdir;
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * Writes the manifests of all charts to the output folder, which is made if it is not there.
   *
   * @throws if a validation finds something, a field that cannot change differs from what was written last,
   * dependencies form a cycle, an object can't be resolved, or a file can't be written
   */
  override synth(): void {
    const output = new OutputFolder(this.outdir);
    validateTree(this);
    const order = new SynthOrder(this);
    writeManifests(this, order, output, this.compared(order));
    if (this.recordsConstructs) {
      output.write('construct-metadata.json', constructMetadata(order));
    }
  }

  /**
   * The manifests of all charts as one text, with `---` between two objects.
   *
   * @throws if a validation finds something, dependencies form a cycle, or an object can't be resolved
   */
  override synthYaml(): string {
    validateTree(this);
    return yamlStream(resolveApp(new SynthOrder(this)));
  }

  /** Compares with what was written last, and gives what was resolved for it to the writer. */
  private compared(order: SynthOrder): (object: ApiObject) => Manifest {
    const known = new Map<ApiObject, Manifest>();
    if (this.previous !== false) {
      const objects = order.charts.flatMap((chart) => order.objectsOf(chart));
      const resolve = (object: ApiObject) => {
        const manifest: Manifest = object.toJson();
        known.set(object, manifest);
        return manifest;
      };
      assertNone(errorsOf(changesSince(this.previous, objects, resolve)).map((error) => `[] ${error}`));
    }
    return (object) => known.get(object) ?? object.toJson();
  }
}

/** Which construct each object comes from, by the object's name: the file that cdk8s' plugins read. */
function constructMetadata(order: SynthOrder): string {
  const resources: Record<string, { readonly path: string }> = {};
  for (const object of order.charts.flatMap((chart) => order.objectsOf(chart))) {
    resources[object.name] = { path: object.node.path };
  }
  return JSON.stringify({ version: '1.0.0', resources });
}
