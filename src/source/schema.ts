import {
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  type ScalarTagDefinition,
  Schema,
  seqTag,
  strTag,
  type TagDefinition,
} from 'js-yaml';
import { keyName } from './key-name';
import { OrderedMerge } from './ordered-merge';
import { plainValue, type Reader } from './scalars';

/**
 * How a reader understands a text, as the parser needs it.
 *
 * @param merges whether there may be merge keys
 */
export function schemaOf(reader: Reader, merges: boolean): Schema {
  if (reader === 'collector') return schemas.collector;
  return merges ? schemas.merging : schemas.kubernetes;
}

const tagPrefix = 'tag:yaml.org,2002:';
const firstDigits = [...'+-0123456789'];

/** By kind of scalar, the characters that it may begin with. */
const firstChars = {
  null: ['', ...'~nN'],
  bool: [...'yYnNtTfFoO'],
  int: firstDigits,
  float: ['.', ...firstDigits],
};

function scalarTags(reader: Reader): ScalarTagDefinition[] {
  return (Object.keys(firstChars) as (keyof typeof firstChars)[]).map((kind) =>
    defineScalarTag<unknown>(`${tagPrefix}${kind}`, {
      implicit: true,
      implicitFirstChars: firstChars[kind],
      resolve: (text) => {
        const plain = plainValue(text, reader);
        return plain.kind === kind || (kind === 'float' && plain.kind === 'int') ? plain.value : NOT_RESOLVED;
      },
      identify: () => false,
    }),
  );
}

/** Go keeps what base64 stands for as a text. */
const binary = defineScalarTag<string>(`${tagPrefix}binary`, {
  resolve: (text) => (isBase64(text) ? Buffer.from(text, 'base64').toString('utf8') : NOT_RESOLVED),
  identify: () => false,
});

function isBase64(text: string): boolean {
  const digits = text.replace(/[\r\n]/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

type Result = Record<string, unknown>;

const ofResults = {
  keys: (result: Result) => mapTag.keys(result),
  get: (result: Result, key: unknown) => mapTag.get(result, key),
  identify: () => false,
};

/** A map as `{}`; what Go's yaml refuses as a key is refused. */
function plainMap(reader: Reader) {
  return {
    create: () => mapTag.create(''),
    addPair: (carrier: Result, key: unknown, value: unknown) =>
      keyProblem(key) ?? mapTag.addPair(carrier, keyName(key, reader), value),
    has: (carrier: Result, key: unknown) => mapTag.has(carrier, keyName(key, reader)),
    ...ofResults,
  };
}

/** The same for kubectl, for which merge keys take the place of what stands before them. */
const mergingMap = {
  create: () => new OrderedMerge(),
  addPair: (merge: OrderedMerge, key: unknown, value: unknown) =>
    keyProblem(key) ?? merge.add(keyName(key, 'kubernetes'), value),
  has: (merge: OrderedMerge, key: unknown) => merge.has(keyName(key, 'kubernetes')),
  finalize: ({ result }: OrderedMerge) => result,
  ...ofResults,
};

function keyProblem(key: unknown): string | undefined {
  return typeof key === 'object' && key !== null ? 'a map or a list cannot be a key' : undefined;
}

/** A scalar or a list with a tag that means nothing to Go is what it is without. */
const others = [
  defineScalarTag<string>('', { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  defineSequenceTag<unknown[]>('', {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (list, item) => {
      list.push(item);
    },
    identify: () => false,
  }),
];

function schemaFor(reader: Reader, merging: boolean): Schema {
  const map = (name: string, matchByTagPrefix: boolean): TagDefinition =>
    merging
      ? defineMappingTag<OrderedMerge, Result>(name, { ...mergingMap, matchByTagPrefix })
      : defineMappingTag<Result>(name, { ...plainMap(reader), matchByTagPrefix });
  return new Schema([
    strTag,
    ...scalarTags(reader),
    mergeTag,
    map(`${tagPrefix}map`, false),
    seqTag,
    binary,
    ...others,
    map('', true),
  ]);
}

const schemas = {
  kubernetes: schemaFor('kubernetes', false),
  merging: schemaFor('kubernetes', true),
  collector: schemaFor('collector', false),
};
