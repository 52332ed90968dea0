export function binaries(): string
/** A command and its arguments, run by somebody whom PostgreSQL does not refuse. */
export function asNonRoot(command: string, args: string[]): [string, string[]]
