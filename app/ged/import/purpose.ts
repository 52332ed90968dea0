import type { UploadPurpose } from '#lib/uploads/purpose'

const GIB = 1024 ** 3

/** Large files of an import, sent by the operator's command on behalf of its batch. */
export const IMPORT: UploadPurpose = {
  owners: ['anonymous'],
  mostBytes: 64 * GIB,
  mostAtOnce: 1_000,
  mostBytesAtOnce: 1024 * GIB,
}
