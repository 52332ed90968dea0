/**
 * An offline command that reads whole files: it uses no row of the database and no network. It stands
 * beside the commands that judge lines, and `bin/console.ts` runs it in the same way.
 */
export interface FileCommand {
  /** What it reads and answers, in French, for whoever calls it wrongly. */
  help: string
  /** Options that take a value, `--to ubl`; every other one is refused, but for `--json`. */
  options?: readonly string[]
  /**
   * Answers to the files that were named, in order; gives the exit status, 0 to 2. A wrong call is a
   * `WrongCall`. `env` is what the environment sets: no application has read its settings here.
   */
  run(
    files: string[],
    options: Record<string, string>,
    say: Say,
    env: Readonly<Record<string, string | undefined>>
  ): Promise<number>
}

/** Writes one line of JSON on the standard output. */
export type Say = (answer: object) => void

/** A call that names the wrong files or options: its message says which, before the help. */
export class WrongCall extends Error {}
