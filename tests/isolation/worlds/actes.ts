import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

const OBJET = 'Acte secret de la voisine'

/** A draft, and an acte on the public register with an annexe. */
export default defineWorld(async (tenantId) => {
  const { id: document } = await documents.store(Buffer.from('%PDF-1.7 acte'), {
    name: 'acte-secret.pdf',
  })
  const acte = (state: string) =>
    put('actes.actes', {
      state,
      nature_code: 1,
      matiere: '5.2',
      numero: `S${uuidv7().slice(-8)}`.toUpperCase(),
      objet: OBJET,
      decision_date: '2026-11-20',
      type_pj: '99_DE',
      document_id: document,
      signed_document_id: document,
      stamped_document_id: document,
      // None is published that the prefecture did not receive.
      received_on: state === 'published' ? '2026-11-21' : null,
      published_on: state === 'published' ? '2026-11-21' : null,
    })
  const draft = await acte('draft')
  const published = await acte('published')
  await put('actes.annexes', {
    acte_id: published,
    position: 1,
    document_id: document,
    type_pj: '99_SE',
  })
  const ofDraft = { id: draft, document, letter: uuidv7() }
  const ofPublished = { id: published, document, position: '1' }
  const { user_id: person } = await tenancy
    .trx()
    .from('kernel.memberships')
    .where('tenant_id', tenantId)
    .first()
  const view = await put('kernel.saved_views', {
    list: 'actes.actes',
    name: `Vue secrète de la voisine ${uuidv7()}`,
    query: 'etat=draft',
    person_id: person,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'actes.': ofDraft,
      'actes.cancellations.': ofPublished,
      'actes.views.': { id: view },
      'actes.public.': ofPublished,
    },
    bodies: {
      'actes.cancellations.store': { reason: 'Une erreur de numéro' },
      'actes.actes.update': {
        nature: '1',
        matiere: '5.2',
        numero: 'A1',
        objet: 'Objet',
        decisionDate: '2026-11-20',
        typePJ: '99_DE',
      },
    },
    secrets: [OBJET, 'acte-secret', 'Vue secrète de la voisine'],
  }
})
