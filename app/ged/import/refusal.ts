import { DomainError } from '#lib/errors'
import { EntryFailed, EntryUnreadable } from '../errors.js'

/** What the machine does to read a file: a full disk, or a base that is gone, says nothing of the file. */
const READS = new Set(['open', 'read', 'stat', 'lstat', 'scandir'])

/**
 * Why an entry is not taken: a rule that it breaks, a file that does not come, or a fault of ours,
 * which is written whole where the operator reads it. The batch goes on with the others.
 */
export function refusalOf(path: string, error: Error): DomainError {
  if (error instanceof DomainError) return error
  if (READS.has((error as NodeJS.ErrnoException).syscall ?? '')) return new EntryUnreadable(path)
  process.stderr.write(`${path} : ${error.stack}\n`)
  return new EntryFailed(path)
}
