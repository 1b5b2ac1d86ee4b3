#!/usr/bin/env node
import { coloursAllowed } from './colours';
import { run } from './run';

const { stdout, stderr } = process;

// A reader such as `head` that has seen enough ends the command, and is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  colours: coloursAllowed(stdout, process.env),
  interactive: stderr.isTTY === true,
}).then((code) => {
  process.exitCode = code;
});
