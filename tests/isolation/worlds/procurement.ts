import Attestation from '#app/procurement/availability/attestation'
import BackupCopy from '#app/procurement/backup/backup_copy'
import { saveSearch } from '#app/procurement/alerts/alert'
import Consultation from '#app/procurement/drafting/consultation'
import ConsultationDocument from '#app/procurement/drafting/consultation_document'
import Follower from '#app/procurement/changing/follower'
import Question from '#app/procurement/questions/question'
import Pli from '#app/procurement/deposit/pli'
import PliFile from '#app/procurement/opening/pli_file'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import Lot from '#app/procurement/lots/lot'
import LotOffer from '#app/procurement/lots/lot_offer'
import Holder from '#app/procurement/holders/holder'
import { base64url, buildTrousseau, fromBase64url, newKeyPair, parseTrousseau } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { keepPieces, sealInMemory } from '#tests/procurement/bidders'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** One object of each kind in the tenant in context, and the routes that name it. */
export default defineWorld(async (_tenantId, personId) => {
  const kept = await documents.store(Buffer.from('Secret de la voisine'), { name: 'secret.txt' })
  const id = uuidv7()
  const keys = await heldKeys(id, personId)
  await Consultation.create({
    id,
    reference: uuidv7().slice(-12),
    title: 'Marché de la voisine',
    description: 'Besoin de la voisine',
    nature: 'services',
    cpv: '45233140',
    placeCode: '35000',
    durationMonths: 12,
    ccag: 'Pas de CCAG',
    priceForm: 'Mixte',
    priceType: 'Provisoire',
    hasAdvance: false,
    criteria: [],
    threshold: 2,
    deadline: clock.now().minus({ hours: 1 }),
    zone: 'Europe/Paris',
    state: 'notified',
    publishedAt: clock.now().minus({ hours: 2 }),
    openedAt: clock.now(),
    signedRcDocumentId: kept.id,
    ...keys.columns,
  })
  const { id: document } = await ConsultationDocument.create({
    consultationId: id,
    position: 1,
    documentId: kept.id,
    name: kept.name,
    digest: kept.sha256,
    size: kept.size,
  })
  const { id: follower } = await Follower.create({
    consultationId: id,
    email: 'veilleur@voisine.test',
  })
  const { id: question } = await Question.create({
    consultationId: id,
    personId: uuidv7(),
    asker: 'Demandeuse de la voisine',
    establishmentId: uuidv7(),
    siret: '83456789300013',
    company: 'Entreprise de la voisine',
    text: 'Question secrète de la voisine',
    askedAt: clock.now(),
    isLate: false,
    state: 'asked',
  })
  const { id: attestation } = await Attestation.create({
    consultationId: id,
    fromAt: clock.now().minus({ hours: 3 }),
    toAt: clock.now().minus({ hours: 1 }),
    documentId: kept.id,
    madeAt: clock.now(),
  })
  const { id: alert } = await saveSearch({
    email: `veille-${uuidv7()}@voisine.test`,
    criteria: { q: 'secret de la voisine' },
    pace: 'daily',
  })
  const pli = uuidv7()
  const { id: lot } = await Lot.create({
    ...{ consultationId: id, number: 1, title: 'Lot de la voisine', cpv: '45442100' },
    ...{ estimate: '9000' as never, state: 'notified', awardAmount: '8000' as never },
    ...{ awardedPliId: pli, signedOn: clock.now(), notifiedOn: clock.now() },
  })
  const { manifest, pieces } = await sealInMemory(keys.trousseau, pli, {
    'offre-1': { 'offre.txt': 'Secret de la voisine' },
  })
  await Pli.create({
    id: pli,
    consultationId: id,
    personId: uuidv7(),
    depositor: 'Déposante de la voisine',
    establishmentId: uuidv7(),
    siret: '83456789300013',
    company: 'Entreprise de la voisine',
    state: 'opened',
    startedAt: clock.now(),
    receivedAt: clock.now(),
    digest: 'a'.repeat(64),
    manifest,
  })
  await keepPieces(pli, pieces)
  const { id: file } = await PliFile.create({
    pliId: pli,
    envelope: 'offre-1',
    name: 'offre.txt',
    digest: kept.sha256,
    size: kept.size,
    documentId: kept.id,
  })
  await LotOffer.create({
    ...{ lotId: lot, pliId: pli, rank: 1, noteReason: 'Motif de la voisine' },
    ...{ note: '80' as never, amount: '8000' as never, letterDocumentId: kept.id },
  })
  const view = await put('kernel.saved_views', {
    list: 'procurement.consultations',
    name: `Marchés secrets de la voisine ${uuidv7()}`,
    query: 'etat=online',
    person_id: personId,
    shared: true,
    created_at: new Date(),
  })
  const { id: copy } = await BackupCopy.create({
    consultationId: id,
    number: uuidv7().slice(-8).toUpperCase(),
    mode: 'media',
    state: 'received',
    personId: uuidv7(),
    establishmentId: uuidv7(),
    siret: '83456789300013',
    company: 'Entreprise de la voisine',
    declaredAt: clock.now(),
    receivedAt: clock.now(),
  })
  const [{ id: holder }] = (await Holder.living()).toReversed()
  return {
    routes: {
      'procurement.lists.forget': { id: view },
      'procurement.': {
        ...{ id, pli, lot, file, document, follower, copy, holder, question, attestation, alert },
        register: 'questions',
        version: '1',
        sha256: kept.sha256,
      },
      'procurement.papers.': { id, document: kept.id },
      'api.procurement.': { id, document, holder, lot, question },
    },
    bodies: {
      'procurement.consultations.store': said(),
      'procurement.consultations.update': said(),
      'procurement.openings.store': { president: 'Soizic Madec' },
      'procurement.openings.end': { reason: 'Une clé n’est jamais venue.' },
      'procurement.openings.give': { shares: {} },
      'procurement.public.followers.store': { email: 'veille@exemple.test' },
      'procurement.questions.answer': {
        published: 'Une question assez longue',
        answer: 'Une réponse',
      },
      'procurement.questions.refuse': { reason: 'Elle est déjà répondue.' },
      'procurement.asked_questions.store': { text: 'Une question assez longue' },
      'procurement.public.alerts.store': { email: 'veille@exemple.test', pace: 'daily' },
      'procurement.attestations.store': { from: '2026-11-01T10:00', to: '2026-11-01T12:00' },
      'procurement.dossier_changes.store': { reason: 'Une pièce a changé.', weight: 'minor' },
      'procurement.extensions.store': { ...HOUR, reason: 'Une pièce a changé.' },
      'procurement.abandonments.store': { reason: 'Le besoin a disparu.' },
      'procurement.awards.store': { notes: [] },
      'procurement.lots.update': { lots: [] },
      'procurement.lot_awards.store': { notes: [] },
      'procurement.lot_endings.store': { ending: 'fail', reason: 'Aucune offre ne convient.' },
      'api.procurement.open_session': { president: 'Soizic Madec' },
      'api.procurement.set_plis_aside': { reason: 'Une clé n’est jamais venue.' },
      'api.procurement.divide': { lots: [] },
      'api.procurement.award_lot': { notes: [] },
      'api.procurement.end_lot': { ending: 'fail', reason: 'Aucune offre ne convient.' },
      'procurement.backup_copies.store': { number: 'ABCD2345' },
      'procurement.backup_copies.open': { openedFor: 'virus' },
      'procurement.declared_copies.store': { mode: 'media' },
      'procurement.last_keys.store': { cle: '{}' },
    },
    secrets: ['de la voisine'],
  }
})

const HOUR = { deadlineDay: clock.now().plus({ days: 30 }).toISODate()!, deadlineTime: '12:00' }

/** What somebody says of a purchase. */
const said = () => ({
  ...HOUR,
  reference: uuidv7().slice(-12),
  title: 'Réfection de la cour',
  description: 'Reprise des enrobés de la cour.',
  ...{ estimate: '85000', cpv: '45233140', placeCode: '35120' },
  ...{ weightPrice: 50, weightTechnical: 40, weightEnvironment: 10 },
})

/** Three holders, of whom one is the person, and the keys that they make. */
async function heldKeys(tender: string, personId: string) {
  const holders = []
  for (const userId of [personId, uuidv7(), uuidv7()]) {
    const known = await Holder.of(userId)
    if (known) {
      holders.push({ id: known.handle, publicKey: fromBase64url(known.publicKey)! })
      continue
    }
    const { publicKey } = await newKeyPair()
    const handle = `v${uuidv7().slice(-12)}`
    const wrapped = {
      kdf: 'PBKDF2-SHA256' as const,
      iterations: 600_000,
      salt: '',
      nonce: '',
      ct: '',
    }
    const name = 'Porteuse de la voisine'
    await Holder.create({ handle, userId, name, publicKey: base64url(publicKey), wrapped })
    holders.push({ id: handle, publicKey })
  }
  const bytes = await buildTrousseau({ tender, envelopes: ['offre-1'], threshold: 2, holders })
  const trousseau = await parseTrousseau(bytes)
  const { fingerprint } = trousseau
  return { trousseau, columns: { trousseau: new TextDecoder().decode(bytes), fingerprint } }
}
