import type { Readable } from 'node:stream'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { DateTime } from 'luxon'
import { answerLines, readCall, WrongCall, type RuleCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'
import { refuseCall, refuseFault } from './wrong_call.js'

/**
 * Answers the lines of a file on the standard output; gives the exit status: 0, 1 when it cannot be
 * read or written to its end, 2 when the call is wrong.
 */
export async function runRuleCommand(
  name: string,
  command: RuleCommand,
  args: string[]
): Promise<number> {
  try {
    const source = await sourceOf(fileAmong(args))
    const today = LocalDate.at(DateTime.now())
    await pipeline(source, (pieces) => answerLines(pieces, command, today), process.stdout, {
      end: false,
    })
    return 0
  } catch (error) {
    if (error instanceof WrongCall) return refuseCall(error, command.help, `${name} FICHIER --json`)
    return refuseFault(error)
  }
}

/** The one file that was named, `-` for the standard input. @throws WrongCall */
function fileAmong(args: string[]): string {
  const { files } = readCall(args)
  if (files.length === 0) throw new WrongCall('Nommez un fichier, ou « - » pour l’entrée standard.')
  if (files.length > 1) throw new WrongCall(`Un seul fichier se nomme, et non ${files.length}.`)
  return files[0]
}

/** Opened once, for a pipe has no second reading. @throws WrongCall when it cannot be */
async function sourceOf(path: string): Promise<Readable> {
  if (path === '-') return process.stdin
  const file = await open(path).catch(() => null)
  if (file && !(await file.stat()).isDirectory()) return file.createReadStream()
  await file?.close()
  throw new WrongCall(`« ${path} » n’est pas un fichier que l’on puisse lire.`)
}
