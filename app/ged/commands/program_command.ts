import { BaseCommand } from '@adonisjs/core/ace'
import logger from '@adonisjs/core/services/logger'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { baseWords } from '#kernel/base_words'
import { tenants, type Tenant } from '#kernel/tenant'
import { DomainError } from '#lib/errors'

/** The arguments are wrong: a sentence says how, and nothing was done. */
export class WrongArguments extends Error {}

/**
 * A command that another program calls: one answer on the standard output, words on the other.
 * Exit status: 0 done, 1 a refusal or a fault, 2 wrong arguments.
 */
export abstract class ProgramCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true, allowUnknownFlags: true }

  /** How it is called, shown beside what was wrong. */
  protected abstract usage: string

  /** Does it. Whether nothing was refused. @throws WrongArguments */
  protected abstract perform(): Promise<boolean>

  async run() {
    // What is told meanwhile goes to the log, which is the standard output of this process
    const { level } = logger
    logger.level = 'silent'
    try {
      const [flag] = this.parsed.unknownFlags
      if (flag) throw new WrongArguments(`Option inconnue : --${flag}.`)
      this.exitCode = (await this.perform()) ? 0 : 1
    } catch (error) {
      this.exitCode = error instanceof WrongArguments ? 2 : 1
      this.tell(wordsOf(error))
      if (this.exitCode === 2) this.tell(`  npm run --silent ace -- ${this.usage}`)
    } finally {
      logger.level = level
    }
  }

  /** A name may hold what a terminal obeys: such signs are shown, not sent. */
  protected tell(sentence: string): void {
    const shown = sentence.replace(
      /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
      '\ufffd'
    )
    process.stderr.write(`${shown}\n`)
  }

  protected answer(line: object): void {
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }

  /** The member of a SIREN. @throws WrongArguments */
  protected async member(siren: string | undefined, flag = 'tenant'): Promise<Tenant> {
    if (!siren) throw new WrongArguments(`Il manque --${flag} SIREN.`)
    const digits = String(siren).replace(/\s/g, '')
    const found = /^\d{9}$/.test(digits) ? await tenants.bySiren(digits) : null
    if (!found) throw new WrongArguments(`Aucun membre n’a ce SIREN : « ${siren} ».`)
    return found
  }

  /** Nothing beyond the arguments that are declared. @throws WrongArguments */
  protected refuseMore(): void {
    const [more] = this.parsed._
    if (more !== undefined) throw new WrongArguments(`Argument inconnu : ${more}.`)
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof WrongArguments || error instanceof DomainError) return error.message
  return baseWords(error) ?? `Une erreur est survenue : ${(error as Error).stack}`
}
