import { rootCertificates } from 'node:tls'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** Any certificate that can be read. */
const CERTIFICATE = rootCertificates[0].replace(/-----[^-]+-----|\s/g, '')
const TITLE = 'Dossier secret de la voisine'

/** A folder that waits for a signature, another for a visa, a signing session under way, an absence. */
export default defineWorld(async (_, person) => {
  const { id: file } = await documents.store(Buffer.from('%PDF-1.7 secret'), { name: 'secret.pdf' })
  const desk = await put('parapheur.desks', { key: uuidv7(), name: 'Maire' })
  const substitute = await put('parapheur.desks', { key: uuidv7(), name: 'Première adjointe' })
  await put('parapheur.desk_members', { desk_id: desk, user_id: person })
  const circuit = await put('parapheur.circuits', {
    key: uuidv7(),
    version: 1,
    name: 'Signature',
    steps: '[]',
  })
  const folder = await put('parapheur.folders', {
    title: TITLE,
    circuit_id: circuit,
    circuit_name: 'Signature',
    origin_capability: 'actes',
    origin_id: uuidv7(),
  })
  const document = await put('parapheur.folder_documents', {
    folder_id: folder,
    position: 1,
    to_sign: true,
    original_document_id: file,
    document_id: file,
  })
  const step = await put('parapheur.folder_steps', {
    folder_id: folder,
    position: 1,
    kind: 'signature',
    state: 'current',
    desk_id: desk,
    desk_name: 'Maire',
  })
  const toRead = await put('parapheur.folders', {
    title: TITLE,
    circuit_id: circuit,
    circuit_name: 'Visa',
    origin_capability: 'actes',
    origin_id: uuidv7(),
  })
  await put('parapheur.folder_steps', {
    folder_id: toRead,
    position: 1,
    kind: 'visa',
    state: 'current',
    desk_id: desk,
    desk_name: 'Maire',
  })
  const ceremony = await put('parapheur.ceremonies', {
    folder_id: folder,
    step_id: step,
    user_id: person,
    certificate: Buffer.from('x'),
    chain: [],
    nonce: uuidv7(),
    expires_at: new Date('2100-01-01'),
  })
  const delegation = await put('parapheur.delegations', {
    desk_id: desk,
    substitute_id: substitute,
    starts_on: '2026-01-01',
    ends_on: '2100-01-01',
    created_by: person,
  })
  const link = await put('parapheur.certificate_links', {
    user_id: person,
    fingerprint: uuidv7().replace(/-/g, '').repeat(2),
    holder_name: 'Soizic Le Gall',
    issuer_name: 'AC',
    expires_at: new Date('2100-01-01'),
  })
  await put('parapheur.folder_readings', {
    folder_document_id: document,
    document_id: file,
    user_id: person,
  })
  const view = await put('kernel.saved_views', {
    list: 'parapheur.folders',
    name: `Bureau secret de la voisine ${uuidv7()}`,
    query: 'vue=all',
    person_id: person,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'parapheur.': { id: folder, document },
      'parapheur.views.': { id: view },
      'parapheur.visas.': { id: toRead },
      'parapheur.signatures.': { id: ceremony },
      'parapheur.delegations.': { id: delegation },
      'parapheur.certificates.': { id: link },
      'parapheur.circuits.': { id: circuit },
      'parapheur.put_away_circuits.': { id: circuit },
      'parapheur.desks.': { id: desk },
    },
    bodies: {
      'parapheur.circuits.update': { name: 'Circuit changé', steps: ['seal'] },
      'parapheur.desks.update': { name: 'Bureau changé', titles: 'Maire' },
      'parapheur.refusals.store': { reason: 'Une faute à la page 2' },
      'parapheur.ceremonies.store': { certificate: CERTIFICATE, chain: [] },
      'parapheur.certificates.show': { certificate: CERTIFICATE, chain: [] },
      'parapheur.certificates.store': { certificate: CERTIFICATE, chain: [] },
      'parapheur.certificates.update': { [`reason-${link}`]: 'Nom de naissance' },
      'parapheur.signatures.store': {
        nonce: '0'.repeat(32),
        signatures: [{ item: uuidv7(), value: 'MA==' }],
      },
    },
    secrets: [TITLE, 'Bureau secret de la voisine'],
    forms: [
      {
        route: 'parapheur.delegations.store',
        body: { desk, substitute, startsOn: '2026-12-01', endsOn: '2026-12-31' },
      },
    ],
  }
})
