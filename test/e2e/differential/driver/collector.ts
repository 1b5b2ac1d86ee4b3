import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ToolName, tool } from '../../../../tools/locate';
import { until } from '../../process';
import { type Case, getsCounts } from '../case';
import { canonical, type Outcome } from '../outcome';
import { CASE_HEADER, exportFile, merge } from './merge';

/** The collector does not take a configuration. */
export class Refused extends Error {}

const PATHS = { logs: '/v1/logs', traces: '/v1/traces', metrics: '/v1/metrics' } as const;

/** Milliseconds that a request may take, and the end of the collector. */
const LONGEST = 20_000;

/** How many requests are on their way at once. */
const AT_ONCE = 8;

/**
 * What the real collector makes of each case, in order. All of them run in one process.
 *
 * @throws Refused when the collector does not start with their configurations.
 */
export async function collect(program: ToolName, cases: readonly Case[]): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mdai-differential-'));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    mkdirSync(join(folder, 'out'));
    const port = await freePort();
    const file = join(folder, 'config.yaml');
    writeFileSync(file, yaml(merge(cases, port, join(folder, 'out'))));
    const running = new Collector(tool(program), file);
    const refused: boolean[] = [];
    try {
      await listening(running, port);
      await inParallel(cases, async (one, index) => {
        refused[index] = !(await send(agent, port, one, index));
      });
    } finally {
      agent.destroy();
      await running.stop();
    }
    return cases.map((one, index) => ({
      refused: refused[index]!,
      exporters: read(join(folder, 'out'), one, index),
    }));
  } finally {
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
}

/** JSON is YAML, but for characters that YAML wants escaped. */
function yaml(value: object): string {
  return JSON.stringify(value).replace(/[^ -~]/gu, (one) => `\\U${one.codePointAt(0)!.toString(16).padStart(8, '0')}`);
}

function read(folder: string, one: Case, index: number): Outcome['exporters'] {
  const out: Record<string, string[]> = {};
  const used = new Set(Object.values(one.config.service.pipelines).flatMap(({ exporters }) => exporters));
  for (const id of used) {
    if (!id.startsWith('file/')) continue;
    const file = exportFile(folder, index, id);
    if (!existsSync(file)) throw new Error(`${one.name}: ${id} has written no file`);
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const records = canonical(
      lines.map((line) => JSON.parse(line)),
      getsCounts(one, id),
    );
    if (records.length > 0) out[id] = records;
  }
  return out;
}

async function inParallel(cases: readonly Case[], each: (one: Case, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < cases.length) {
      const index = next++;
      await each(cases[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Whether the collector has taken the request. */
function send(agent: Agent, port: number, one: Case, index: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(one.input);
    const headers = { ...one.headers, 'content-type': 'application/json', [CASE_HEADER]: String(index) };
    const sent = request(
      { port, host: '127.0.0.1', path: PATHS[one.signal], method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          // The receiver cannot read it: a mistake of the generator.
          if (text.includes('ReadObject') || response.statusCode === 415) reject(new Error(`${one.name}: ${text}`));
          else resolve(response.statusCode === 200);
        });
      },
    );
    // A panic while it consumes ends the connection, and nothing more.
    sent.on('error', (error) => (error.message === 'socket hang up' ? resolve(false) : reject(error)));
    sent.setTimeout(LONGEST, () => sent.destroy(new Error(`${one.name}: the collector does not answer`)));
    sent.end(body);
  });
}

/** The process. */
class Collector {
  private readonly child: ChildProcess;
  private readonly exit: Promise<unknown>;
  output = '';
  ended = false;

  constructor(program: string, config: string) {
    this.child = spawn(program, ['--config', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr?.on('data', (chunk) => {
      this.output += chunk;
    });
    this.exit = new Promise((resolve) => {
      this.child.once('close', () => {
        this.ended = true;
        resolve(undefined);
      });
    });
  }

  /** Ends it; its exporters write what they hold. */
  async stop(): Promise<void> {
    if (!this.ended) this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), LONGEST);
    await this.exit;
    clearTimeout(timer);
  }
}

async function listening(running: Collector, port: number): Promise<void> {
  await until(
    async () => {
      if (running.ended) throw new Refused(running.output);
      return accepts(port);
    },
    'the collector to listen',
    60,
  );
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
