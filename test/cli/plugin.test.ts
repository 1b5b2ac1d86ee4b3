import { basename, join } from 'node:path';
import { ValidationContext } from 'cdk8s-cli/plugins';
import { MdaiValidation } from '../../src/plugin';
import { checked, manifestsIn } from './manifests';

/** What the plugin reports of manifests, as cdk8s-cli would write it to a file. */
async function reported(...files: readonly string[]) {
  const context = new ValidationContext(files, 'cdk8s-mdai', '0');
  await new MdaiValidation().validate(context);
  return context.report.toJson();
}

const casesIn = (name: 'good' | 'broken') =>
  manifestsIn(join(__dirname, name)).map((file) => ({ name: basename(file, '.yaml'), file }));

test.each(casesIn('broken'))('the plugin says of $name what the command says', async ({ file }) => {
  const { issues } = await checked(file);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const { violations, summary } = await reported(file);
  expect(violations).toEqual(
    errors.map(({ code, line, column, path, message, fix }) => ({
      ruleName: code,
      recommendation: message,
      fix,
      violatingConstructs: [
        {
          resourceName: path.split('/')[0],
          locations: [[`${line}:${column}`, path].filter(Boolean).join(' ')],
          manifestPath: file,
        },
      ],
    })),
  );
  expect(summary.status).toBe(errors.length > 0 ? 'failure' : 'success');
  expect(Object.keys(summary.metadata ?? {})).toEqual(
    warnings.map(({ code, line, column, path }) => [`${file}:${line}:${column}`, path, code].filter(Boolean).join(' ')),
  );
});

test('the plugin has nothing to say of what is good', async () => {
  for (const { name, file } of casesIn('good')) {
    const { violations, summary } = await reported(file);
    expect({ name, violations, metadata: summary.metadata }).toEqual({ name, violations: [], metadata: {} });
  }
});
