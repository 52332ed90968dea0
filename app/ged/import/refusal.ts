import { DomainError } from '#lib/errors'
import { EntryFailed, EntryUnreadable } from '../errors.js'

/**
 * Why an entry is not taken: a rule that it breaks, a file that does not come, or a fault of ours,
 * which is written whole where the operator reads it. The batch goes on with the others.
 */
export function refusalOf(path: string, error: Error): DomainError {
  if (error instanceof DomainError) return error
  if ('syscall' in error) return new EntryUnreadable(path)
  process.stderr.write(`${path} : ${error.stack}\n`)
  return new EntryFailed(path)
}
