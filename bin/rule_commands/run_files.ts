import { writeSync } from 'node:fs'
import { readCall, WrongCall, type FileCommand } from '#lib/rule_command'
import { refuseCall, refuseFault } from './wrong_call.js'

const STANDARD_OUTPUT = 1

/** Runs a command on the files that were named; gives its exit status, 2 when the call is wrong. */
export async function runFileCommand(
  name: string,
  command: FileCommand,
  args: string[],
  env: Readonly<Record<string, string | undefined>> = {}
): Promise<number> {
  try {
    const { files, options } = readCall(args, command.options)
    if (files.length === 0) throw new WrongCall('Nommez un fichier.')
    return await command.run(files, options, say, env)
  } catch (error) {
    if (error instanceof WrongCall) return refuseCall(error, command.help, `${name} FICHIER…`)
    return refuseFault(error)
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
