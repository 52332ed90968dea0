import type { LocalDate } from '#lib/values'

/** One line of a rule command, an object of JSON. */
export type Line = Record<string, unknown>

/**
 * A command that judges lines of JSON, one answer a line: it uses no row of the database and no
 * network, and the screens call the same rules. It stands in `app/<folder>/rule_commands/`, in a
 * file of its name (`outsiders_check.ts` for `outsiders:check`), and `bin/console.ts` runs it.
 */
export interface RuleCommand {
  /** What it reads and answers, in French, for whoever calls it wrongly. */
  help: string
  /** @throws Unjudgeable when the line says too little */
  answer(line: Line, today: LocalDate): object
}

/** A line that cannot be judged: its answer is an error, and the next ones go on. */
export class Unjudgeable extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}
