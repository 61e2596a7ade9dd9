/** Bad use of a command: one line that says what and where, exit 2. */
export class BadUse extends Error {}
