import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

// Reads all files of a folder, and keeps what they say.
const [folder = ''] = process.argv.slice(2);
const documents = readdirSync(folder).flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')));
if (documents.length === 0) process.exitCode = 1;
