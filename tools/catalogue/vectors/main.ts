import { readReleases } from '../targets';
import { record } from './record';

async function main(args: readonly string[]): Promise<void> {
  for (const from of args.length > 0 ? args : readReleases()) await record(from);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
