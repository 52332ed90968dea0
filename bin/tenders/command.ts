/** What a command found: one value for programs, lines for people, and how the program ends. */
export interface Answer {
  value: unknown
  lines: string[]
  /** Why what was given is refused or invalid: a sentence, and the program ends with 1. */
  refusal?: string
}

/** `one` value, `some` (one or more), or none at all. */
export type Arity = 'one' | 'some' | 'none'

/** The options and the files that were written after the name of a command. */
export interface Given {
  /** The value of an option that must be there. @throws WrongUsage */
  one(name: string): string
  /** Null when the option is absent. */
  maybe(name: string): string | null
  /** The values of an option, empty when it is absent. */
  some(name: string): string[]
  has(name: string): boolean
  /** What stands without an option before it. */
  files: string[]
}

export interface Command {
  /** How it is written, after its name. */
  usage: string
  options: Record<string, Arity>
  /** How many names stand without an option. */
  files?: number
  /** What such a name is, with its article; a file unless told. */
  freeWords?: string
  run(given: Given): Promise<Answer>
}

/** A command that is not written as it should be: the program ends with 2. */
export class WrongUsage extends Error {}

/** What is refused for a reason that is none of the libraries'. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}
