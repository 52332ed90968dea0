import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { askForClassification, closeClassificationTask } from '../acte_tasks.js'
import { classificationBase, messageName } from '../formats/names.js'
import { buildClassificationRequest } from '../formats/small_messages.js'
import ClassificationVersion from '../models/classification_version.js'
import Transmission from '../models/transmission.js'
import { freeze } from './freeze.js'
import { post } from './post.js'

/** Asks the prefecture for its classification (7-1); `everything` even if ours is the current one. */
export const requestClassification = defineJob<{ everything?: boolean }>({
  name: 'actes.request_classification',
  title: 'Demander la classification',
  onGiveUp: (_payload, { tenantId }) => tenancy.run(tenantId, askForClassification),
  async handle({ everything = false }, { tenantId }) {
    await tenancy.run(tenantId, async () => {
      const waiting = await Transmission.query()
        .where('type', '7-1')
        .whereIn('state', ['frozen', 'attempting', 'uncertain'])
        .first()
      if (waiting) return
      const tenant = await tenants.current()
      const latest = await ClassificationVersion.latest()
      const known = everything || !latest ? null : latest.date.toISODate()
      const name = messageName(classificationBase(tenant.departement, tenant.siren))
      const message = { name, bytes: buildClassificationRequest(known) }
      const transmission = await freeze({ type: '7-1', acteId: null, message })
      await post.enqueue({ transmissionId: transmission.id })
      await closeClassificationTask()
    })
  },
})
