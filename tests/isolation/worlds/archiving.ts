import { deposit } from '#archiving'
import ArchiveHold from '#archiving/models/archive_hold'
import Deposit from '#archiving/models/deposit'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#kernel/values'
import { defineWorld } from '../world.js'

/** A folder that waits to be archived, frozen, with a file. */
export default defineWorld(async () => {
  const bytes = Buffer.from('%PDF-1.7 Le secret des archives')
  const { id: documentId } = await documents.store(bytes, { name: 'secret-des-archives.pdf' })
  const { depositId } = await deposit({
    origin: { capability: 'kernel', id: uuidv7() },
    profile: 'actes',
    title: 'Secret des archives',
    startDate: '2026-11-19',
    appraisal: { rule: 'P1Y', startDate: '2026-11-19', finalAction: 'Keep' },
    access: { rule: 'AR048', startDate: '2026-11-19' },
    documents: [
      { documentId, role: 'other', title: 'Pièce secrète', fileName: 'secret-des-archives.pdf' },
    ],
    by: SYSTEM,
  })
  const owned = await Deposit.require(depositId)
  await ArchiveHold.place(owned, SYSTEM, { owner: 'Secret', reason: 'Gel secret', endsOn: null })
  const [hold] = await ArchiveHold.standing(depositId)
  return {
    routes: { 'archiving.': { id: depositId, documentId, hold: hold.id } },
    secrets: ['Secret des archives', 'secret-des-archives', 'Pièce secrète', 'Gel secret'],
  }
})
