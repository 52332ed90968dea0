import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { day } from '#lib/french/french'
import { behind, emailsOf, findOrganisation } from '#rooms/outsiders'
import { WARNED_DAYS } from '../rules/proof_kinds.js'
import Proof from '../vault/proof.js'

const AT_ONCE = 500

/** Tells who put a proof in a vault that it ends, once. */
export const warnProof = defineJob<{ proofId: string; establishmentId: string }>({
  name: 'procurement.warn_proof',
  title: 'Prévenir qu’une pièce du coffre finit',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'the vault and the page of a deposit show that it ends' },
  async handle({ proofId, establishmentId }) {
    const company = await findOrganisation(establishmentId)
    const proof = await behind({ establishments: [establishmentId] }, async () => {
      const found = await Proof.get(proofId)
      if (found.warnedAt) return null
      await found.merge({ warnedAt: clock.now() }).save()
      return found
    })
    if (!proof || !company) return
    const [email] = await emailsOf([proof.addedBy])
    if (!email) return
    const words = {
      what: proof.kindWords,
      company: company.name,
      day: day(proof.expiresOn!),
      url: `${appUrl}/moi/coffre`,
    }
    await mail.send((message) => {
      message.to(email).subject(`${words.what} : à renouveler avant le ${words.day}`)
      message.htmlView('procurement/mails/proof_html', words)
      message.textView('procurement/mails/proof_text', words)
    })
  },
})

definePeriodic({
  name: 'procurement.find_ending_proofs',
  title: 'Trouver les pièces des coffres qui finissent',
  everySeconds: 6 * 3600,
  async run() {
    const soon = clock.today().plusDays(WARNED_DAYS).toString()
    const ending = await systemDb()
      .from('procurement.proofs')
      .whereNull('warned_at')
      .where('expires_on', '<=', soon)
      .orderBy('expires_on')
      .limit(AT_ONCE)
      .select('id', 'establishment_id')
    for (const { id: proofId, establishment_id: establishmentId } of ending)
      await warnProof.enqueueForPlatform(
        { proofId, establishmentId },
        { dedupeKey: `procurement.proof:${proofId}` }
      )
  },
})
