import type { Plan } from './plan';
import type { Difference } from './wanted';

/** The files of an app beside its program, by their paths. */
export function projectFiles(name: string, version: string, plan: Plan): Readonly<Record<string, string>> {
  return {
    'package.json': packageJson(name, version),
    'tsconfig.json': tsconfig,
    'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\n',
    '.gitignore': 'node_modules/\ndist/\n',
    'README.md': readme(name, plan),
  };
}

function packageJson(name: string, version: string): string {
  const content = {
    name,
    private: true,
    scripts: { synth: 'cdk8s synth', typecheck: 'tsc --noEmit' },
    dependencies: { cdk8s: '^2.70.0', 'cdk8s-mdai': `^${version}`, constructs: '^10.4.2' },
    devDependencies: { '@types/node': '^20.0.0', 'cdk8s-cli': '^2.207.0', tsx: '^4.23.0', typescript: '^6.0.0' },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "node20",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "noUnusedLocals": true,
    "noUnusedParameters": true,
    "skipLibCheck": true,
    "noEmit": true,
    "types": ["node"]
  },
  "exclude": ["node_modules", "dist"]
}
`;

function readme(name: string, { objects, files, differences }: Plan): string {
  const made = [
    ...(objects.length > 0 ? ['the manifests in `dist/`, which you apply as before'] : []),
    ...files.map(({ path }) => `\`${path}\`, a configuration of a collector`),
  ];
  const old = objects
    .filter(({ content }) => content.apiVersion === 'opentelemetry.io/v1alpha1')
    .map(({ title }) => title);
  return [
    `# ${name}`,
    `Written by \`mdai import\` from manifests that were there. \`main.ts\` makes ${made.join(', and ')}:`,
    '```sh\nnpm install\nnpm run synth\n```',
    '`npm run typecheck` checks the types; `cdk8s synth` refuses what a collector, Prometheus or the API server would refuse.',
    ...(differences.length === 0
      ? []
      : ['## What differs from the manifests', differences.map((difference) => `- ${lineOf(difference)}`).join('\n')]),
    ...(old.length === 0
      ? []
      : [
          '## Older collectors',
          `${old.join(', ')}: \`opentelemetry.io/v1alpha1\`, in which the configuration is a text, is deprecated. To upgrade, leave out \`backend: 'none'\` and the ApiObject, and give the Collector what stands in its \`spec\`: mode, image, replicas, env, and the rest in \`pod\`.`,
        ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function lineOf({ object, path, is, reason }: Difference): string {
  return `${object}${path === '' ? '' : `, \`${path}\``}: ${is === 'left out' ? 'left out. ' : ''}${reason ?? ''}`;
}
