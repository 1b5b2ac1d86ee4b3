import { createConnection, type Socket } from 'node:net';
import { tool } from '../../../tools/locate';
import { freePorts } from '../kubernetes/ports';
import { Running } from '../process';

/** What a command answers. */
export type Reply = string | number | null | readonly Reply[];

/** Where the values of variables are: MDAI's Valkey speaks the same protocol. It is empty, and forgets all when it stops. */
export class Redis {
  static async start(): Promise<Redis> {
    const [port = 0] = await freePorts(1);
    const password = 'password-of-the-store';
    const program = new Running(tool('redis'), [`--address=127.0.0.1:${port}`, `--password=${password}`]);
    await program.printed('Ready to accept connections');
    const redis = new Redis(`127.0.0.1:${port}`, password, program, createConnection(port, '127.0.0.1'));
    await redis.ask('AUTH', password);
    return redis;
  }

  private text = '';
  private readonly waiting: ((reply: Reply | Error) => void)[] = [];

  private constructor(
    /** Host and port. */
    readonly address: string,
    readonly password: string,
    private readonly program: Running,
    private readonly socket: Socket,
  ) {
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      this.text += chunk;
      this.read();
    });
  }

  async stop(): Promise<void> {
    this.socket.destroy();
    await this.program.stop();
  }

  /** Runs a command. Its arguments and what it answers are ASCII. */
  ask(...command: readonly string[]): Promise<Reply> {
    this.socket.write(`*${command.length}\r\n${command.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`);
    return new Promise((resolve, reject) => {
      this.waiting.push((reply) => (reply instanceof Error ? reject(reply) : resolve(reply)));
    });
  }

  private read(): void {
    for (let found = parsed(this.text, 0); found !== undefined; found = parsed(this.text, 0)) {
      this.text = this.text.slice(found.end);
      this.waiting.shift()?.(found.reply);
    }
  }
}

interface Found {
  readonly reply: Reply | Error;
  readonly end: number;
}

/** The reply that begins at a place; `undefined` while it is not whole. */
function parsed(text: string, start: number): Found | undefined {
  const lineEnd = text.indexOf('\r\n', start);
  if (lineEnd < 0) return undefined;
  const [type, line, after] = [text[start], text.slice(start + 1, lineEnd), lineEnd + 2];
  if (type === '+') return { reply: line, end: after };
  if (type === '-') return { reply: new Error(line), end: after };
  if (type === ':') return { reply: Number(line), end: after };
  if (Number(line) < 0) return { reply: null, end: after };
  return type === '$' ? textOf(text, after, Number(line)) : listOf(text, after, Number(line));
}

function textOf(text: string, start: number, length: number): Found | undefined {
  const end = start + length + 2;
  return text.length < end ? undefined : { reply: text.slice(start, end - 2), end };
}

function listOf(text: string, start: number, length: number): Found | undefined {
  const replies: Reply[] = [];
  let end = start;
  while (replies.length < length) {
    const found = parsed(text, end);
    if (found === undefined) return undefined;
    if (found.reply instanceof Error) throw found.reply;
    replies.push(found.reply);
    end = found.end;
  }
  return { reply: replies, end };
}
