import type { Readable } from 'node:stream'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { DateTime } from 'luxon'
import { answerLines, type RuleCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'

const WRONG_CALL = 2

/** Answers the lines of a file on the standard output; gives the exit status, 0 or 2. */
export async function runRuleCommand(
  name: string,
  command: RuleCommand,
  args: string[]
): Promise<number> {
  const file = fileAmong(args)
  if (file === null)
    return refuse(`${command.help}\n\n  npm run --silent ace -- ${name} FICHIER --json`)
  const source = await sourceOf(file)
  if (source === null) return refuse(`« ${file} » n’est pas un fichier que l’on puisse lire.`)
  const today = LocalDate.at(DateTime.now())
  try {
    await pipeline(source, (pieces) => answerLines(pieces, command, today), process.stdout, {
      end: false,
    })
  } catch (error) {
    // Whoever reads us has read enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
  return 0
}

/** The one file that was named, `-` for the standard input; null when the call is wrong. */
function fileAmong(args: string[]): string | null {
  try {
    const { positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    })
    return positionals.length === 1 ? positionals[0] : null
  } catch {
    return null
  }
}

/** Opened once, for a pipe has no second reading; null when it cannot be. */
async function sourceOf(path: string): Promise<Readable | null> {
  if (path === '-') return process.stdin
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return file.createReadStream()
    await file.close()
    return null
  } catch {
    return null
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return WRONG_CALL
}
