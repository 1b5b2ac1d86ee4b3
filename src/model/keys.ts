/** The keys and indices that lead to a place in an object. */
export type Keys = readonly (string | number)[];
