/** Quantities, what they are, and how the API server writes them. */
export const quantities: readonly (readonly [string | number, number | undefined, string])[] = [
  ['2048Mi', 2 ** 31, '2Gi'],
  ['1024Mi', 2 ** 30, '1Gi'],
  ['1.5Gi', 1.5 * 2 ** 30, '1536Mi'],
  ['512Mi', 2 ** 29, '512Mi'],
  ['1Ki', 1024, '1Ki'],
  ['0.5Ki', 512, '512'],
  ['0.5', 0.5, '500m'],
  ['1000m', 1, '1'],
  ['100m', 0.1, '100m'],
  ['2000', 2000, '2k'],
  ['1500', 1500, '1500'],
  ['1', 1, '1'],
  ['0', 0, '0'],
  [1, 1, '1'],
  ['1e3', 1000, '1e3'],
  ['a lot', undefined, 'a lot'],
];
