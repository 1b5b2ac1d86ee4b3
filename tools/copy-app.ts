/** Copies the app that `mdai init` writes to lib/, each file as it is: its programs are a user's to run. A step of `npm run build`. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const app = 'src/cli/init/app';
const [from, to] = [join(__dirname, '..', app), join(__dirname, '../lib', app)];
rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
