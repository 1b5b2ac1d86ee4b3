import { mdai } from './mdai';

test.each<[string, string[], string]>([
  ['no command', [], 'Usage'],
  ['an unknown command', ['chek'], 'there is no command "chek". Did you mean "check"?'],
  ['no path', ['check'], 'name a file'],
  ['a path that is not there', ['check', '/nowhere.yaml'], 'there is no file or folder "/nowhere.yaml"'],
  ['an unknown option', ['check', '--loud', 'x'], 'loud'],
  [
    'a format that it lacks',
    ['check', '--format', 'xml', 'x'],
    '--format is text or json or sarif or github, not "xml"',
  ],
  ['a release that it lacks', ['check', '--release', '0.1.0', 'x'], '--release is 0.159.0 or 0.131.0, not "0.1.0"'],
])('%s: exit code 2, and why on stderr', async (_, argv, message) => {
  expect(await mdai(...argv)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
});

test('help and version are not errors', async () => {
  expect(await mdai('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage') });
  expect((await mdai('check', '--help')).code).toBe(0);
});
