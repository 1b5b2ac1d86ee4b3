/**
 * The public surface, as reports in etc/ that reviews read: one for each entry of the package.
 *
 *   npm run api             writes them, from what `npm run build` made
 *   npm run api -- --check  fails where they differ
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, type ExtractorMessage } from '@microsoft/api-extractor';

const root = join(__dirname, '..');

function report(entry: string, check: boolean): boolean {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, `lib/src/${entry}.d.ts`),
      compiler: { tsconfigFilePath: join(root, 'tsconfig.build.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: join(root, 'etc'),
        reportTempFolder: join(root, 'lib/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'warning' as never },
          // Stability is one for the whole package, so no release tags.
          'ae-missing-release-tag': { logLevel: 'none' as never },
          'ae-forgotten-export': { logLevel: 'none' as never },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' as never } },
        compilerMessageReporting: { default: { logLevel: 'warning' as never } },
      },
    },
  });
  const result = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback: (message: ExtractorMessage) => {
      if (message.messageId === 'console-compiler-version-notice') message.handled = true;
    },
  });
  return !(check && result.apiReportChanged) && result.errorCount === 0;
}

mkdirSync(join(root, 'etc'), { recursive: true });
const check = process.argv.includes('--check');
const same = ['index', 'testing', 'plugin'].filter((entry) => report(entry, check)).length;
process.stdout.write(`${same} of 3 reports ${check ? 'as committed' : 'written'}\n`);
process.exitCode = same === 3 ? 0 : 1;
