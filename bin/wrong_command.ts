import type { BaseCommand } from '@adonisjs/core/ace'
import type { ApplicationService } from '@adonisjs/core/types'
import { baseWords } from '#kernel/base_words'

const WRONG_CALL = 2

/** What Ace says of a call in English, by its code: the words that it quotes are ours to quote too. */
const SAID: Record<string, (quoted: string) => string> = {
  E_COMMAND_NOT_FOUND: (name) => `Aucune commande ne s’appelle « ${name} ».`,
  E_UNKNOWN_FLAG: (flag) => `Option inconnue : ${flag}.`,
  E_MISSING_FLAG: (flag) => `Il manque l’option --${flag}.`,
  E_MISSING_FLAG_VALUE: (flag) => `L’option « --${flag} » attend une valeur.`,
  E_MISSING_ARG: (name) => `Il manque l’argument « ${name} ».`,
  E_MISSING_ARG_VALUE: (name) => `L’argument « ${name} » est vide.`,
  E_INVALID_FLAG: (flag) => `L’option « --${flag} » n’a pas la valeur qu’il faut.`,
}

/** A call that Ace lets pass, and that cannot be meant. */
export class CallRefused extends Error {}

/** A sentence for whoever called, and the exit status; null for what is no fault of the call. */
export function wordsOfCall(error: unknown): { words: string; status: number } | null {
  if (error instanceof CallRefused) return { words: error.message, status: WRONG_CALL }
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException
  if (Object.hasOwn(SAID, code)) {
    const [, quoted = ''] = /"([^"]*)"/.exec(message) ?? []
    return { words: SAID[code](shown(quoted)), status: WRONG_CALL }
  }
  const words = baseWords(error)
  return words === null ? null : { words, status: 1 }
}

/** What Ace keeps to itself of a command that it is about to run. */
interface Called {
  parsed: { _: unknown[]; flags: Record<string, unknown> }
  constructor: unknown
}

/** Nothing beyond what is declared, and nothing said twice: what is left out is not done. @throws CallRefused */
export function mustBeMeant({ parsed, constructor }: Called): void {
  const [more] = parsed._
  if (more !== undefined) throw new CallRefused(`Argument inconnu : ${shown(String(more))}.`)
  for (const { flagName, type } of (constructor as typeof BaseCommand).flags)
    if (type !== 'array' && Array.isArray(parsed.flags[flagName]))
      throw new CallRefused(`L’option « --${flagName} » est donnée deux fois.`)
}

/** What a terminal would obey is shown, not sent. */
const shown = (word: string) => word.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

/** Has Ace say in French, on the standard error, what is wrong in a call. */
export async function sayWrongCalls(app: ApplicationService): Promise<void> {
  const kernel = await app.container.make('ace')
  const { errorHandler: usual } = kernel
  kernel.executing((command, isMain) => {
    if (isMain) mustBeMeant(command as unknown as Called)
  })
  kernel.errorHandler = {
    async render(error, of) {
      const told = wordsOfCall(error)
      if (!told) return usual.render(error, of)
      of.exitCode = told.status
      process.stderr.write(`${told.words}\n`)
    },
  }
}
