import { issuesIn } from './models';

test('profiles need a feature gate', () => {
  const profiles = (...featureGates: string[]) =>
    issuesIn(
      (config) => {
        config.service.pipelines.profiles = config.service.pipelines.logs;
      },
      { featureGates },
    );
  expect(profiles()).toEqual(['profiles-gate telemetry/gateway/profiles']);
  expect(profiles('-service.profilesSupport')).toEqual(['profiles-gate telemetry/gateway/profiles']);
  expect(profiles('service.profilesSupport')).toEqual([]);
  expect(profiles('+service.profilesSupport')).toEqual([]);
});
