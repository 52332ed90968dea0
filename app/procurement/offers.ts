import { appUrl } from '#config/app'
import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { offer, type OfferedField } from '#web/offered_events'
import {
  awardNotified,
  consultationChanged,
  consultationClosed,
  consultationPublished,
  decpPublished,
  pliReceived,
  questionAnswered,
  questionAsked,
} from './events.js'

const data = {
  consultationId: { kind: 'id', label: 'Identifiant de la consultation' },
  url: { kind: 'address', label: 'Adresse de sa page' },
} satisfies Record<string, OfferedField>
const ofPli = {
  ...data,
  pliId: { kind: 'id', label: 'Identifiant du pli' },
} satisfies Record<string, OfferedField>

const ofQuestion = {
  ...data,
  questionId: { kind: 'id', label: 'Identifiant de la question' },
} satisfies Record<string, OfferedField>

interface Fact {
  consultationId: string
}

const tell = async ({ consultationId }: Fact, tenant: Tenant) => ({
  consultationId,
  url: `${appUrl}${here('procurement.consultations.show', { tenant, id: consultationId })}`,
})

const tellQuestion = async (fact: Fact & { questionId: string }, tenant: Tenant) => ({
  ...(await tell(fact, tenant)),
  questionId: fact.questionId,
})

const of = { data, tell }

/**
 * What other programs may be told of public contracts, under the names that their contract gives:
 * identifiers, and no company.
 */
export const offers = [
  offer(consultationPublished, {
    type: 'consultation.published',
    label: 'Une consultation est publiée',
    ...of,
  }),
  offer(consultationChanged, {
    type: 'consultation.changed',
    label: 'Une consultation publiée a changé',
    ...of,
  }),
  offer(consultationClosed, {
    type: 'consultation.closed',
    label: 'Une consultation a passé son heure limite',
    ...of,
  }),
  offer(pliReceived, {
    type: 'pli.received',
    label: 'Un pli est reçu, dit à l’heure limite',
    data: ofPli,
    tell: async (fact, tenant) => ({ ...(await tell(fact, tenant)), pliId: fact.pliId }),
  }),
  offer(questionAsked, {
    type: 'question.asked',
    label: 'Une entreprise pose une question',
    data: ofQuestion,
    tell: tellQuestion,
  }),
  offer(questionAnswered, {
    type: 'question.answered',
    label: 'Une question a sa réponse, publiée pour tous',
    data: ofQuestion,
    tell: tellQuestion,
  }),
  offer(awardNotified, { type: 'award.notified', label: 'Un marché est notifié', ...of }),
  offer(decpPublished, {
    type: 'decp.published',
    label: 'Un marché a ses données essentielles publiées',
    ...of,
  }),
]
