import type { WrongCall } from '#lib/rule_command'

const WRONG_CALL = 2
const NOT_DONE = 1

/** Says why a call is wrong, then how it is made; gives its exit status. */
export function refuseCall({ message }: WrongCall, help: string, usage: string): number {
  const parts = [message, help, `  npm run --silent ace -- ${usage}`]
  console.error(parts.filter(Boolean).join('\n\n'))
  return WRONG_CALL
}

/**
 * Says that a file stopped being read, or the answer being written (a full disk), and gives the exit
 * status; a fault of ours is thrown again. Whoever reads us and has read enough, as `head` does, is
 * no fault.
 */
export function refuseFault(error: unknown): number {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'EPIPE') return 0
  if (!code || !syscall) throw error
  const what =
    syscall === 'write' ? 'La réponse n’a pas pu être écrite' : 'Un fichier n’a pas pu être lu'
  console.error(`${what} jusqu’au bout (${code}).`)
  return NOT_DONE
}
