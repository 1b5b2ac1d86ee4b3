import { existsSync } from 'node:fs';
import { binaryPath, type ToolName } from './tools';

export type { ToolName } from './tools';

/**
 * The path of a program that `npm run tools` has built.
 *
 * @throws Error when it has not been built from its present inputs.
 */
export function tool(name: ToolName): string {
  const path = binaryPath(name);
  if (!existsSync(path)) throw new Error(`${name} is not built: run "npm run tools"`);
  return path;
}
