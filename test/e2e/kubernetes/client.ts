import { Agent, request } from 'node:https';
import type { Manifest } from '../../../src/testing';

/** What the API server answers. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  /** The object, or the Status that says why there is none. */
  readonly body: Manifest;
  /** Why a request was refused; empty when it was not. */
  readonly message: string;
  /** What the server, or a webhook, had to say of an object that was accepted. */
  readonly warnings: readonly string[];
}

/** Whoever speaks to the API server. */
export interface Identity {
  readonly port: number;
  /** The certificates, as PEM, of which one signed the server's. */
  readonly authority: string;
  readonly token: string;
  /** Headers that make the server act for somebody else. */
  readonly impersonation?: Readonly<Record<string, string | readonly string[]>>;
}

/** A kind, as an object names it. */
export type Kind = { readonly apiVersion: string; readonly kind: string };

interface Resource {
  readonly kind: string;
  /** The plural that stands in paths. */
  readonly name: string;
  readonly namespaced: boolean;
}

/** A client of the Kubernetes API. Fields that a kind does not have are refused, as `kubectl` does by default. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly resources = new Map<string, readonly Resource[]>();

  constructor(protected readonly identity: Identity) {}

  /** Server-side apply. */
  async apply(object: Manifest): Promise<Answer> {
    const path = await this.path(object, namespaceOf(object), object.metadata.name);
    return this.ask('PATCH', `${path}?fieldManager=cdk8s-mdai&fieldValidation=Strict`, object);
  }

  /** Creates an object, or goes through everything but writing it down. */
  async create(object: Manifest, { dryRun = false } = {}): Promise<Answer> {
    const path = await this.path(object, namespaceOf(object));
    return this.ask('POST', `${path}?fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`, object);
  }

  /** Replaces the object of the same kind and name, whatever its version, or goes through everything but writing it down. */
  async replace(object: Manifest, { dryRun = false } = {}): Promise<Answer> {
    const path = await this.path(object, namespaceOf(object), object.metadata.name);
    for (;;) {
      const { resourceVersion } = accepted(await this.ask('GET', path)).body.metadata;
      const next = { ...object, metadata: { ...object.metadata, resourceVersion } };
      const answer = await this.ask('PUT', `${path}?fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`, next);
      // A controller has changed it meanwhile.
      if (answer.status !== 409) return answer;
    }
  }

  /** The object of the same kind and name. */
  async get(object: Manifest): Promise<Answer> {
    return this.ask('GET', await this.path(object, namespaceOf(object), object.metadata.name));
  }

  /** The objects of a kind, in one namespace or in all. */
  async list(kind: Kind, namespace?: string): Promise<Manifest[]> {
    const { body } = accepted(await this.ask('GET', await this.path(kind, namespace)));
    // A list leaves out of each object what it says itself.
    return body.items.map((item: Manifest) => ({ apiVersion: kind.apiVersion, kind: kind.kind, ...item }));
  }

  /** Deletes the object of the same kind and name. */
  async delete(object: Manifest): Promise<Answer> {
    return this.ask('DELETE', await this.path(object, namespaceOf(object), object.metadata.name));
  }

  /** Asks for a path of the server, for what has no kind. */
  ask(method: string, path: string, body?: Manifest): Promise<Answer> {
    const { port, authority, token, impersonation } = this.identity;
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'content-type': method === 'PATCH' ? 'application/apply-patch+yaml' : 'application/json',
      ...impersonation,
    };
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method, headers, ca: authority, agent: this.agent };
      const sent = request(options, async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        const status = response.statusCode ?? 0;
        resolve(answer(status, text, response.headers.warning));
      });
      sent.once('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }

  /** Where objects are; only the server knows the plural of a kind, and whether it has namespaces. */
  private async path({ apiVersion, kind }: Manifest, namespace?: string, name?: string): Promise<string> {
    const version = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = await this.resource(version, kind);
    const inNamespace = resource.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
    return `${version}${inNamespace}/${resource.name}${name === undefined ? '' : `/${name}`}`;
  }

  private async resource(version: string, kind: string): Promise<Resource> {
    const find = () => this.resources.get(version)?.find((found) => found.kind === kind && !found.name.includes('/'));
    if (!find()) {
      // A definition may have brought it since.
      const { ok, body } = await this.ask('GET', version);
      if (ok) this.resources.set(version, body.resources);
    }
    const found = find();
    if (!found) throw new Error(`The API server knows no ${kind} in ${version}.`);
    return found;
  }

  protected close(): void {
    this.agent.destroy();
  }
}

function namespaceOf({ metadata }: Manifest): string {
  return metadata.namespace ?? 'default';
}

/** @throws Error where the server refused */
export function accepted(answer: Answer): Answer {
  if (!answer.ok) throw new Error(`The API server answered ${answer.status}: ${answer.message}`);
  return answer;
}

function answer(status: number, text: string, warning: string | readonly string[] | undefined): Answer {
  const ok = status >= 200 && status < 300;
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  // `299 - "text"`, several of which Node joins with commas.
  const warnings = [...String(warning ?? '').matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map(([, said = '']) => said);
  return { ok, status, body, message: ok ? '' : (body.message ?? text), warnings };
}
