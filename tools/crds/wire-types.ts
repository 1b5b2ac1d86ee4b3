import ts from 'typescript';

/**
 * The types of the objects as they stand in YAML, out of what `cdk8s import` wrote: that writes classes which take
 * properties by other names (`hostPid` for `hostPID`, `keepFiringFor` for `keep_firing_for`), enums that no literal
 * can be assigned to, and functions that translate back and lose what they do not know. The renderers make plain
 * objects and need none of it.
 *
 * An interface keeps its name and gets its properties' own names back; an enum becomes the union of its values; the class
 * for a number or a string becomes that union; the class of a kind becomes the interface of the whole object. Nothing
 * is left at run time.
 */
export function wireTypes(source: string): string {
  const file = ts.createSourceFile('imported.ts', source, ts.ScriptTarget.Latest, true);
  const declarations = new Map<string, string>();
  for (const statement of file.statements) {
    const written = declaration(statement);
    if (!written) continue;
    // TypeScript would merge two interfaces of one name in silence.
    if (declarations.has(written.name)) throw new Error(`cdk8s import wrote two types named ${written.name}`);
    declarations.set(written.name, written.text);
  }
  return [...declarations.values()].join('\n');
}

interface Declaration {
  readonly name: string;
  readonly text: string;
}

function declaration(statement: ts.Statement): Declaration | undefined {
  if (ts.isInterfaceDeclaration(statement)) {
    const name = statement.name.text;
    return { name, text: block(`export interface ${name}`, statement.members.map(property)) };
  }
  if (ts.isEnumDeclaration(statement)) {
    // Two values may get one member name from cdk8s; as a union they don't collide.
    const values = new Set(statement.members.map((member) => literal(member.initializer)));
    return alias(statement.name.text, [...values]);
  }
  if (ts.isClassDeclaration(statement) && statement.name) {
    const name = statement.name.text;
    return statement.heritageClauses ? kind(name, statement) : alias(name, [unionType(statement)]);
  }
  if (ts.isFunctionDeclaration(statement) || ts.isImportDeclaration(statement)) return undefined;
  throw new Error(`cdk8s import wrote something new: ${statement.getText().slice(0, 80)}`);
}

/** The object of a kind: its props, with the apiVersion and kind that its class holds in `GVK`. */
function kind(name: string, statement: ts.ClassDeclaration): Declaration {
  const gvk = statement.members.find((member) => member.name?.getText() === 'GVK');
  if (!gvk || !ts.isPropertyDeclaration(gvk) || !gvk.initializer || !ts.isObjectLiteralExpression(gvk.initializer)) {
    throw new Error(`the class ${name} has no GVK`);
  }
  const constants = gvk.initializer.properties.map((entry) => {
    if (!ts.isPropertyAssignment(entry)) throw new Error(`the GVK of ${name} is not constant`);
    return `readonly ${entry.name.getText()}: ${literal(entry.initializer)};`;
  });
  return { name, text: block(`export interface ${name} extends ${name}Props`, constants) };
}

/** The type of the value that a class like `…TargetPort` holds: the parameter of its constructor. */
function unionType(statement: ts.ClassDeclaration): string {
  const type = statement.members.find(ts.isConstructorDeclaration)?.parameters[0]?.type;
  if (!type) throw new Error(`the class ${statement.name?.text} holds no value`);
  return type.getText();
}

function property(member: ts.TypeElement): string {
  if (!ts.isPropertySignature(member) || !member.type) throw new Error(`not a property: ${member.getText()}`);
  // `@schema Type#name` holds the name as the definition has it.
  const tag = ts.getJSDocTags(member).find((candidate) => candidate.tagName.text === 'schema');
  const name = ts.getTextOfJSDocComment(tag?.comment)?.split('#')[1];
  if (!name) throw new Error(`no schema for ${member.getText()}`);
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
  return `readonly ${key}${member.questionToken ? '?' : ''}: ${typeText(member.type)};`;
}

/** A type as it was written, but with arrays that the readonly ones of the model can be assigned to. */
function typeText(type: ts.TypeNode): string {
  return type.getText().replace(/\w+\[\]/g, 'readonly $&');
}

function literal(value: ts.Expression | undefined): string {
  if (value && ts.isStringLiteral(value)) return `'${value.text.replace(/['\\]/g, '\\$&')}'`;
  if (value && ts.isNumericLiteral(value)) return value.text;
  throw new Error(`not a literal: ${value?.getText()}`);
}

function alias(name: string, members: readonly string[]): Declaration {
  return { name, text: `export type ${name} = ${members.join(' | ')};\n` };
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
