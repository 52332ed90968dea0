import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { SYSTEM } from '#kernel/actor'
import { tasks } from '#kernel/tasks'
import { member, uploads } from '#kernel/uploads'
import { uuidv7 } from '#lib/values'
import { publications } from '#web/verification/publications'
import { defineWorld } from '../world.js'

/** What every room leaves in the kernel's tables. */
export default defineWorld(async (_, person) => {
  const { id } = await documents.store(Buffer.from('Le secret du noyau'), {
    name: 'secret-du-noyau.txt',
  })
  await tasks.open({
    key: `kernel.look:${id}`,
    capability: 'kernel',
    title: 'Secret du noyau',
    url: '/',
  })
  await publications.announce([{ documentId: id, title: 'Publication', url: '/', facts: [] }])
  const subject = { capability: 'kernel', type: 'document', id }
  await journal.append({
    type: 'kernel.document_stored',
    subject,
    actor: SYSTEM,
    data: { nonce: uuidv7() },
  })
  const upload = await uploads.begin(member(person), { name: 'secret-du-noyau.pdf', size: 10 })
  return {
    routes: { 'portal.uploads.': { id: upload.id } },
    secrets: ['Secret du noyau', 'secret-du-noyau'],
  }
})
