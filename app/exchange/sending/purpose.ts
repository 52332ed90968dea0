import type { UploadPurpose } from '#lib/uploads/purpose'
import { addFile } from './add_file.js'
import { Box } from './boxes.js'
import { LIMITS } from './limits.js'

/** Files of an exchange, by the drop box of whoever lays them. */
export const PLAIN: UploadPurpose = {
  owners: ['anonymous'],
  mostBytes: LIMITS.mostBytes,
  mostAtOnce: LIMITS.mostFiles,
  mostBytesAtOnce: LIMITS.mostFiles * LIMITS.mostBytes,
  onKept: async (file, { owner }) => addFile(file, await Box.findOrFail(owner.id)),
}

/** The same, encrypted in the browser: neither their type nor their viruses can be seen. */
export const SEALED: UploadPurpose = { ...PLAIN, isSealed: true }
