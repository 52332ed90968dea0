import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import type { KeptUpload, UploadFacts, UploadPurpose } from '#lib/uploads/purpose'
import { nothingTold } from '../nodes/deposit_file.js'
import { fileDocument } from '../nodes/file_document.js'
import { freeName } from '../nodes/naming.js'
import { DROP_LIMITS } from './drop_limits.js'
import Link from './link.js'
import LinkDeposit, { LinkFile } from './link_deposit.js'
import { standing } from './through_link.js'

/** Files that come through a link: each is filed in its folder as soon as it has come whole. */
export const LINK_UPLOADS: UploadPurpose = {
  owners: ['anonymous'],
  mostBytes: DROP_LIMITS.mostBytes,
  mostAtOnce: DROP_LIMITS.mostFiles,
  mostBytesAtOnce: DROP_LIMITS.mostFiles * DROP_LIMITS.mostBytes,
  onKept: fileInFolder,
}

async function fileInFolder(file: KeptUpload, { owner }: Pick<UploadFacts, 'owner'>) {
  const deposit = await LinkDeposit.get(owner.id)
  // Asked again in this transaction: it may have been revoked while the last piece came
  const { node: folder } = await standing(await Link.hold(deposit.linkId))
  const name = await freeName(folder.within, file.name)
  const filed = { name, told: nothingTold(name), file, by: OUTSIDE }
  const { id } = await fileDocument(folder.within, filed)
  const { sha256, size } = file
  await LinkFile.create({
    depositId: deposit.id,
    name: file.name,
    size,
    digest: sha256,
    at: clock.now(),
  })
  const data = { document: id, sha256, size }
  await journal.append({ type: 'ged.link_deposited', subject: deposit.ref, actor: OUTSIDE, data })
}

/** The same for a file that came with its form, from a browser that runs no script. */
export const fileKept = (file: KeptUpload, depositId: string) =>
  fileInFolder(file, { owner: { kind: 'anonymous', id: depositId } })
