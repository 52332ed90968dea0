import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { pageOf } from '#lib/page_of'
import { clock } from '#kernel/clock'
import { cursorOf, pageAfter } from '#web/cursor'
import { toTheSecond } from '#web/dates'
import { here } from '#web/here'
import type Consultation from '../drafting/consultation.js'
import { conclusionOf } from '../formats/attestation_pdf.js'
import { disagreementWords, outsideConclusion, probeWords } from '../formats/outside_words.js'
import type { OutsideSight } from '../outside/sight.js'
import { durationWords, lengthOf } from '../rules/availability.js'
import Attestation, { evidenceOf } from './attestation.js'
import { outageCauses } from './outages.js'

const SHOWN = 50
/** What is looked at first: the day that ends with the hour. */
const BEFORE = { days: 1 }

/** The page of what is known of the platform around the hour of a consultation. */
export async function attestationsScreen(consultation: Consultation, ctx: HttpContext) {
  const { tenant, allows } = ctx
  const { id, deadline, zone, isPastTheHour } = consultation
  const to = isPastTheHour ? deadline : clock.now()
  const from = to.minus(BEFORE)
  const { measure, outside, faults, attempts } = await evidenceOf(consultation, from, to)
  const { made, next } = await attestationsMade(id, cursorOf(ctx.request))
  const local = (at: typeof to) => at.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm")
  return {
    ...{ consultation, made, next },
    base: here('procurement.consultations.index', { tenant }),
    page: here('procurement.consultations.show', { tenant, id }),
    typed: { from: local(from), to: local(to) },
    conclusion: conclusionOf(measure),
    outsideConclusion: outsideConclusion(outside),
    ...outsideLines(outside, zone),
    lost: (await outageCauses(consultation)).map(({ reason }) => reason),
    mayWrite: allows('procurement.write'),
    mayExtend: allows('procurement.write') && consultation.allows('extend') && !isPastTheHour,
    facts: [
      { name: 'Mesures', value: `${measure.looks}, dont ${measure.failed} sans réponse` },
      { name: 'Indisponible', value: durationWords(lengthOf(measure.down)) },
      { name: 'Non mesuré', value: durationWords(lengthOf(measure.unknown)) },
      { name: 'Erreurs de la plateforme pendant un dépôt', value: String(faults.length) },
      {
        name: 'Envois',
        value: attempts ? String(attempts.length) : 'Dits à l’heure limite',
      },
    ],
  }
}

/** As many disagreements are shown; the attestation tells all. */
const MOST_SHOWN = 20

/** What probes saw, and where the two do not agree, each in a line. */
function outsideLines(outside: OutsideSight | null, zone: string) {
  const words = (at: number) => toTheSecond(DateTime.fromMillis(at), zone)
  const differing = outside?.disagreements ?? []
  return {
    probes: outside?.probes.map((one) => probeWords(one, words)) ?? [],
    disagreements: differing
      .slice(-MOST_SHOWN)
      .map((one) => `Du ${words(one.from)} au ${words(one.to)} : ${disagreementWords(one)}`),
    unshown: Math.max(0, differing.length - MOST_SHOWN),
  }
}

/** Those that were made, the newest first, and what leads to those that follow. */
async function attestationsMade(consultationId: string, after: string | null) {
  const query = Attestation.query()
    .where({ consultationId })
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: made, next } = pageOf(await query, SHOWN)
  return { made, next: pageAfter(next) }
}
