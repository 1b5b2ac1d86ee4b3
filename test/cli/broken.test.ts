import { basename, join } from 'node:path';
import { type IssueCode, issueCodes } from '../../src/model/issue-codes';
import { unreachable } from './broken/unreachable';
import { checked, manifestsIn, marksIn } from './manifests';

const files = manifestsIn(join(__dirname, 'broken'));
const marks = files.flatMap((file) => marksIn(file).map((mark) => ({ ...mark, file })));

describe('a manifest with one mistake', () => {
  test.each(files.map((file) => [basename(file, '.yaml'), file] as const))('%s', async (_, file) => {
    const expected = marksIn(file);
    const { code, issues } = await checked(file);
    const found = issues.map((issue) => {
      const mark = expected.find((one) => one.code === issue.code && one.line === issue.line);
      return `${issue.line}${mark?.column === undefined ? '' : `:${issue.column}`} ${issue.code}`;
    });
    expect(found).toEqual(
      expected.map(({ line, column, code }) => `${line}${column === undefined ? '' : `:${column}`} ${code}`),
    );
    expect(issues.map((issue) => issue.file)).toEqual(issues.map(() => file));
    expect(code).toBe(issues.some(({ severity }) => severity === 'error') ? 1 : 0);
  });
});

test('a manifest is called after the mistake that it has', () => {
  const named = files.map((file) => [basename(file), basename(file).split('.')[0]] as const);
  expect(
    named.filter(([name, code]) => !marks.some((mark) => basename(mark.file) === name && mark.code === code)),
  ).toEqual([]);
});

test('every code of an issue has a manifest, unless none can have the mistake', () => {
  const marked = new Set(marks.map(({ code }) => code));
  const codes = Object.keys(issueCodes) as IssueCode[];
  expect(codes.filter((code) => !marked.has(code))).toEqual(codes.filter((code) => unreachable[code] !== undefined));
});

test('there are many, and many of them in texts inside other YAML', () => {
  expect(files.length).toBeGreaterThanOrEqual(120);
  expect(marks.filter(({ isEmbedded }) => isEmbedded).length).toBeGreaterThanOrEqual(25);
});
