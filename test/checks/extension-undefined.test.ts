import { issueIn, issuesIn } from './models';

test('an enabled extension is defined', () => {
  expect(
    issueIn((config) => {
      config.extensions = { health_check: {} };
      config.service.extensions = ['health_check', 'health_chek'];
    }),
  ).toMatchObject({
    code: 'extension-undefined',
    path: 'telemetry/gateway/service/extensions',
    message: 'extension "health_chek" is not defined.',
    fix: 'Did you mean "health_check"?',
  });
  expect(
    issuesIn((config) => {
      config.extensions = { health_check: {} };
      config.service.extensions = ['health_check'];
    }),
  ).toEqual([]);
});
