/** A command of the event hub fails: what comes after it does not run. */
export class CommandFailure extends Error {}
