import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { github } from '../../src/cli/formats/github';
import type { CheckReport } from '../../src/cli/formats/report';
import { sarif } from '../../src/cli/formats/sarif';
import { issueCodes } from '../../src/model/issue-codes';
import type { LocatedIssue } from '../../src/source/located';

const issue: LocatedIssue = {
  code: 'field-unknown',
  severity: 'error',
  file: './teams/a b/gate%way.yaml',
  line: 12,
  column: 3,
  path: 'gateway/exporters/otlp/x',
  message: '100% wrong:\n"x", or so.',
  fix: 'Write "y".',
};
const others: readonly LocatedIssue[] = [
  issue,
  { ...issue, line: 40 },
  { ...issue, file: '/etc/collector.yaml', severity: 'warning', code: 'component-unused', path: '' },
  { ...issue, file: '-', code: 'yaml-syntax' },
];

function report(issues: readonly LocatedIssue[]): CheckReport {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return { issues, summary: { files: 1, objects: 1, errors, warnings: issues.length - errors } };
}

const line = () => '';

describe('commands of GitHub’s workflows', () => {
  test('have what the runner reads in the form that it reads', () => {
    expect(github(report([issue]), line, false)).toBe(
      '::error file=./teams/a b/gate%25way.yaml,line=12,col=3,title=field-unknown::gateway/exporters/otlp/x: 100%25 wrong:%0A"x", or so. Write "y".\n1 file, 1 error, 0 warnings\n',
    );
  });

  test('lose nothing in what the runner makes of them', () => {
    const odd = { ...issue, file: 'a,b:c%2C\r\n.yaml' };
    const [, properties = '', message = ''] = /^::error (.*?)::(.*)$/m.exec(github(report([odd]), line, false)) ?? [];
    const given = Object.fromEntries(properties.split(',').map((entry) => entry.split('=') as [string, string]));
    const data = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
    expect(data((given.file ?? '').replaceAll('%3A', ':').replaceAll('%2C', ','))).toBe(odd.file);
    expect(data(message)).toBe(`${odd.path}: ${odd.message} ${odd.fix}`);
  });

  test('have no file for standard input, and warn of warnings', () => {
    const text = github(report(others), line, false);
    expect(text).toContain('::error line=12,');
    expect(text).toContain('::warning file=/etc/collector.yaml,');
  });
});

describe('SARIF', () => {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  // Its draft of JSON Schema is older than the validator; what it is made of means the same.
  const { id: _, $schema: __, ...rules } = schema;
  const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);
  const log = (issues: readonly LocatedIssue[]) => JSON.parse(sarif(report(issues), line, false));

  test.each([[[]], [others]])('is valid by its schema', (issues) => {
    isValid(log(issues));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test('describes each rule that was broken once', () => {
    const { rules } = log(others).runs[0].tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(['component-unused', 'field-unknown', 'yaml-syntax']);
    expect(rules[0].fullDescription.text).toBe(issueCodes['component-unused']);
  });

  test('has results at their places, with names that do not change as lines move', () => {
    const { results, tool } = log(others).runs[0];
    expect(results[0]).toMatchObject({
      ruleId: 'field-unknown',
      level: 'error',
      message: { text: `${issue.path}: ${issue.message} ${issue.fix}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'teams/a%20b/gate%25way.yaml' },
            region: { startLine: 12, startColumn: 3 },
          },
        },
      ],
    });
    const uris = results.map(
      (result: (typeof results)[0]) => result.locations[0].physicalLocation.artifactLocation.uri,
    );
    expect(uris.slice(2)).toEqual(['file:///etc/collector.yaml', 'stdin']);
    expect(results.map((result: (typeof results)[0]) => tool.driver.rules[result.ruleIndex].id)).toEqual(
      others.map(({ code }) => code),
    );
    const print = (result: (typeof results)[0]) => result.partialFingerprints['mdaiIssue/v1'];
    expect(new Set(results.map(print)).size).toBe(others.length);
    expect(print(log([{ ...issue, line: 99 }]).runs[0].results[0])).toBe(print(results[0]));
  });
});
