import { spawnSync } from 'node:child_process';

/** Go cannot be run at all: it is missing, or too old. */
export class GoUnavailable extends Error {}

/**
 * Runs the Go command and returns what it printed. What the developer's own shell says about flags, workspaces and
 * targets is set aside, so that every machine builds the same; the proxy and the caches stay theirs.
 */
export function go(args: readonly string[], cwd: string): string {
  const { GOOS: _os, GOARCH: _arch, GOEXPERIMENT: _experiment, ...shell } = process.env;
  // An empty GOFLAGS would let the one in Go's own settings file through; this one is Go's default, said aloud.
  const env = { ...shell, GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };
  const run = spawnSync('go', args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw new GoUnavailable(`cannot run "go" (${run.error.message}): install it from https://go.dev/dl`);
  if (run.status !== 0) throw new Error(`go ${args.join(' ')}\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

/** The Go on this machine, as it names itself: `go1.26.8`. */
export function goVersion(cwd: string): string {
  return go(['env', 'GOVERSION'], cwd).trim();
}

/** Throws unless the Go on this machine is at least `minimum`, which is written as in a go.mod: `1.26.0`. */
export function requireGo(minimum: string, cwd: string): void {
  const found = goVersion(cwd);
  if (found.replace(/^go/, '').localeCompare(minimum, 'en', { numeric: true }) < 0) {
    throw new GoUnavailable(`Go ${minimum} or newer is needed, and this is ${found}: see https://go.dev/dl`);
  }
}
