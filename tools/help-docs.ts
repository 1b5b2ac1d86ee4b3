/**
 * The pages of commands in Markdown are what `--help` prints. Between the lines
 *
 *   <!-- help check -->
 *   <!-- end -->
 *
 * stands the page of that command.
 */
import { commands } from '../src/cli/commands';
import { commandHelp } from '../src/cli/help';

const block = /<!-- help (\w+) -->\n[\s\S]*?<!-- end -->/g;

/** The text of a Markdown file with its pages of commands brought up to date. */
export function withHelp(markdown: string): string {
  return markdown.replace(block, (_, name: string) => {
    const load = commands[name];
    if (load === undefined) throw new Error(`There is no command "${name}".`);
    return `<!-- help ${name} -->\n\`\`\`text\n${commandHelp(name, load())}\`\`\`\n<!-- end -->`;
  });
}
