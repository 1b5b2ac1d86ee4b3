/** What cannot be said in a form; there is another one. */
export class Unfit extends Error {}
