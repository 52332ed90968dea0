import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { WrongCall, type FileCommand } from '#lib/rule_command'

const WRONG_CALL = 2
const STANDARD_OUTPUT = 1

/** Runs a command on the files that were named; gives its exit status, 2 when the call is wrong. */
export async function runFileCommand(
  name: string,
  command: FileCommand,
  args: string[],
  env: Readonly<Record<string, string | undefined>> = {}
): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries((command.options ?? []).map((one) => [one, { type: 'string' }])),
      },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new WrongCall()
    const options = Object.entries(values).filter(([option]) => option !== 'json')
    return await command.run(positionals, Object.fromEntries(options) as never, say, env)
  } catch (error) {
    if (isOfReader(error)) return 0
    if (!(error instanceof WrongCall) && !isOfCall(error)) throw error
    console.error(`${command.help}\n\n  npm run --silent ace -- ${name} FICHIER…`)
    return WRONG_CALL
  }
}

/** Written at once, whole: what is read after us may be slower than we are. */
function say(answer: object): void {
  const bytes = Buffer.from(`${JSON.stringify(answer)}\n`)
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(STANDARD_OUTPUT, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}

const codeOf = (error: unknown) => String((error as NodeJS.ErrnoException).code ?? '')
const isOfCall = (error: unknown) => codeOf(error).startsWith('ERR_PARSE_ARGS')
/** Whoever reads us has read enough, as `head` does. */
const isOfReader = (error: unknown) => codeOf(error) === 'EPIPE'
