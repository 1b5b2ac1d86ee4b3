import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentKind } from '../../model/component-id';
import type { ComponentShape, Shape, ShapeFile } from './shape';

let known: ShapeFile | undefined;

/** What `npm run shapes` wrote, read when it is asked for first. */
function shapeFile(): ShapeFile {
  known ??= JSON.parse(readFileSync(join(__dirname, '../../../imports/shapes/shapes.json'), 'utf8')) as ShapeFile;
  return known;
}

/** What the compiler knows of a component type, by any of its names; `undefined` where it has no function of its own. */
export function componentShape(kind: ComponentKind, type: string): ComponentShape | undefined {
  const types = shapeFile().components[kind];
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** The shape at a place of the list. */
export function shapeAt(place: number): Shape {
  return shapeFile().shapes[place] ?? 'never';
}

/** The shape of props, by the name of their type. */
export function namedShape(name: string): Shape {
  return shapeAt(shapeFile().types[name] ?? -1);
}
