import { Agent, request } from 'node:http';

/** Sends prepared OTLP requests as fast as a collector takes them. */
export class Load {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 2 });

  constructor(private readonly port: number) {}

  /** How many requests were answered in so many seconds, two at a time. */
  async run(payloads: readonly Buffer[], seconds: number): Promise<number> {
    const end = Date.now() + seconds * 1000;
    let sent = 0;
    const lane = async (first: number) => {
      for (let i = first; Date.now() < end; i += 2) {
        await this.post(payloads[i % payloads.length] as Buffer);
        sent += 1;
      }
    };
    await Promise.all([lane(0), lane(1)]);
    return sent;
  }

  /** Sends one request; rejects where it is not taken. */
  post(body: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/x-protobuf', 'content-length': body.length };
      const to = { agent: this.agent, host: '127.0.0.1', port: this.port, path: '/v1/logs', method: 'POST', headers };
      const asked = request(to, (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`status ${answer.statusCode}`)),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  stop(): void {
    this.agent.destroy();
  }
}
