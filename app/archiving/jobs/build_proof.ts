import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { addOpened, streamOf } from '#lib/zip/zip'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { sealKeys } from '#kernel/journal/seal_key'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { proofReadme } from '../formats/proof_readme.js'
import { inWorkshop } from '../gateways/workshop.js'
import Deposit from '../models/deposit.js'
import { openDocument } from '../packaging.js'
import { exportProof, type ProofExport } from '../proof_export.js'

/** Gathers the "dossier de preuve" of an accepted deposit in one zip, to be handed to anyone. */
export const buildProof = defineJob<{ depositId: string }>({
  name: 'archiving.build_proof',
  title: 'Assembler un dossier de preuve',
  queue: 'outside',
  attempts: 12,
  onGiveUp: ({ depositId }, { tenantId }) => tenancy.run(tenantId, () => askForProof(depositId)),
  async handle({ depositId }, { tenantId }) {
    const exported = await exportProof(tenantId, depositId)
    const { current } = await sealKeys()
    const readme = proofReadme({ url: appUrl, fingerprint: current.id })
    await inWorkshop(async (folder) => {
      const path = join(folder, 'dossier-de-preuve.zip')
      await pipeline(zipOf(tenantId, readme, exported), createWriteStream(path))
      await tenancy.run(tenantId, async () => {
        const deposit = await Deposit.get(depositId)
        const kept = await documents.store(createReadStream(path), {
          name: `dossier-de-preuve-${deposit.archiveIdentifier}.zip`,
          maxBytes: 8 * 1024 ** 3,
        })
        deposit.proofDocumentId = kept.id
        deposit.proofBuiltAt = clock.now()
        await deposit.save()
        await tasks.close(proofTask(depositId))
      })
    })
  },
})

function zipOf(tenantId: string, readme: string, { proof, files }: ProofExport): Readable {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(readme, 'utf8'), 'LISEZ-MOI.txt')
  zip.addBuffer(proof, 'proof.json')
  for (const { name, documentId, size } of files) {
    addOpened(zip, name, { compress: false, size }, () => openDocument(tenantId, documentId))
  }
  return streamOf(zip)
}

const proofTask = (depositId: string) => `archiving.proof:${depositId}`

async function askForProof(depositId: string): Promise<void> {
  const deposit = await Deposit.get(depositId)
  const { slug } = await tenants.current()
  await tasks.open({
    key: proofTask(depositId),
    capability: 'archiving',
    title: `Demander de nouveau le dossier de preuve de « ${deposit.title} », qui n’a pas pu être fait`,
    url: `/c/${slug}/archives/versements/${depositId}`,
    role: 'agent',
    subjectId: depositId,
  })
}
