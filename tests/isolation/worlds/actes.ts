import { documents } from '#kernel/documents'
import { inboxStore } from '#app/actes/gateways/inbox_store'
import { holdingNothing } from '#kernel/tenancy/one_connection'
import { askForDeposit } from '#tests/archiving/archive_world'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

const OBJET = 'Acte secret de la voisine'

/** A draft, and an acte on the public register with an annexe. */
export default defineWorld(async (tenantId, person) => {
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
  const annexe = await put('actes.annexes', {
    acte_id: draft,
    position: 1,
    document_id: document,
    type_pj: '99_SE',
  })
  const letter = await put('actes.answers', {
    mail_id: await mailOf(),
    acte_id: published,
    kind: '5-1',
    fingerprint: uuidv7(),
    decision: 'believed',
    document_id: document,
    received_at: new Date(),
  })
  const ofDraft = { id: draft, document }
  // Its archive is what a déféré freezes.
  await askForDeposit(tenantId, { origin: { capability: 'actes', id: published }, title: OBJET })
  const ofLetter = { id: published, letter }
  const ofPublished = { id: published, document, position: '1' }
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
      'actes.actes.update': { ...ofDraft, annexe },
      'actes.cancellations.': ofPublished,
      'actes.views.': { id: view },
      'actes.public.': ofPublished,
      'actes.letters.': ofLetter,
      'actes.replies.': ofLetter,
      'actes.deferrals.': ofLetter,
    },
    bodies: {
      'actes.cancellations.store': { reason: 'Une erreur de numéro' },
      'actes.deferrals.update': { outcome: 'Requête rejetée' },
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

/** A mail of the ministry, which belongs to nobody: the system keeps it, by a connection of its own. */
const mailOf = async () =>
  (await holdingNothing(() => inboxStore.keep(Buffer.from(`Message-ID: <${uuidv7()}@min>`))))!
