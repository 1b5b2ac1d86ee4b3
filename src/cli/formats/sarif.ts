import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type IssueCode, issueCodes } from '../../model/issue-codes';
import type { LocatedIssue } from '../../source/located';
import type { Format } from './report';

/** SARIF 2.1.0, which code scanning of GitHub and others read. */
export const sarif: Format = ({ issues }) => {
  const codes = [...new Set(issues.map(({ code }) => code))].sort();
  const seen = new Map<string, number>();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mdai', semanticVersion: packageVersion(), rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => result(issue, codes.indexOf(issue.code), seen)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function rule(code: IssueCode): object {
  const text = issueCodes[code];
  return {
    id: code,
    name: pascal(code),
    shortDescription: { text },
    fullDescription: { text },
    help: {
      text: `${text} All codes are in docs/issues.md of cdk8s-mdai.`,
      markdown: `${text} All codes are in [docs/issues.md](docs/issues.md) of cdk8s-mdai.`,
    },
  };
}

function result(issue: LocatedIssue, ruleIndex: number, seen: Map<string, number>): object {
  const { code, severity, file, line, column, path, message, fix } = issue;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: [path === '' ? '' : `${path}: `, message, ' ', fix].join('') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    partialFingerprints: { 'mdaiIssue/v1': fingerprint(issue, seen) },
  };
}

/** The same for an issue that moved to another line, and another one for each of several that are the same. */
function fingerprint({ code, file, path, message }: LocatedIssue, seen: Map<string, number>): string {
  const key = JSON.stringify([code, file, path, message]);
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  return createHash('sha256').update(`${key} ${nth}`).digest('hex').slice(0, 32);
}

/** Relative paths stay relative, to the root of the checkout. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function pascal(code: string): string {
  return code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function packageVersion(): string {
  return (require('cdk8s-mdai/package.json') as { version: string }).version;
}
