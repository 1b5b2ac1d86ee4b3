/** Counts the records of the input. */
export interface Origins {
  /** The number of the next record. */
  next: number;
}
