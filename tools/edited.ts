import { cpSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { applyEdits } from './edits';
import { pinsOf, type Tool } from './tools';

/**
 * The tool with pins that name changed copies of modules, below `scratch`, where its `edits.yaml` asks for some. The
 * main package of a collector is written first, and changed then.
 */
export function edited(tool: Tool, scratch: string): Tool {
  if (tool.package === undefined || !existsSync(join(pinsOf(tool), 'edits.yaml'))) return tool;
  const root = join(scratch, 'pins');
  // A go.mod names what is shared by a relative path.
  for (const folder of [tool.folder, tool.shared]) {
    if (folder !== undefined) cpSync(join(__dirname, folder), join(root, folder), { recursive: true });
  }
  applyEdits(pinsOf(tool), join(root, tool.folder));
  return { ...tool, folder: relative(__dirname, join(root, tool.folder)) };
}
