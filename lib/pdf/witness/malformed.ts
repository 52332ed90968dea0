/** The bytes are not what the syntax wants: the caller decides what that means. */
export class Malformed extends Error {}
