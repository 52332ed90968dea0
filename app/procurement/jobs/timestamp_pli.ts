import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { timestamp } from '#kernel/trust'
import Pli from '../deposit/pli.js'
import { timestampResponse } from '../formats/timestamp_response.js'

/** Dates the manifest of a pli by an authority; the receipt has left already (TECH-03). */
export const timestampPli = defineJob<{ pliId: string }>({
  name: 'procurement.timestamp_pli',
  title: 'Faire horodater un pli',
  queue: 'outside',
  attempts: 30,
  onGiveUp: { nobodyNeeds: 'the receipt stands, and the operator runs the job again' },
  async handle({ pliId }, { tenantId }) {
    const manifest = await tenancy.run(tenantId, async () => {
      const pli = await Pli.get(pliId)
      return pli.token ? null : pli.manifest
    })
    if (manifest === null) return
    const token = await timestamp(Buffer.from(manifest, 'utf8'))
    await tenancy.run(tenantId, async () => {
      await Pli.query()
        .where('id', pliId)
        .update({ token: timestampResponse(token) })
    })
  },
})
