import { halle, Problem } from '../../../clients/typescript/client.js'

/** Files as a program has them: a name and bytes. */
export interface FileToSend {
  name: string
  bytes: Buffer<ArrayBuffer>
}

export interface Around {
  base: string
  /** The tokens of three accounts: who prepares, who gives visas, who signs. */
  tokens: { agent: string; secretary: string; mayor: string }
  acte: { numero: string; objet: string; document: FileToSend; annexe: FileToSend }
  /** The certificate of whoever signs, and its key. */
  signer: { certificate: Buffer; chain: Buffer[]; sign(bytes: Buffer): Buffer }
  /** Comes back when it is worth asking again. */
  wait(): Promise<void>
}

const MOST_TURNS = 400

/**
 * A program written from the document alone: it prepares an acte, has it seen and signed, and follows
 * it to the archives. Returns what it was told last.
 */
export async function driveAnActe({ base, tokens, acte, signer, wait }: Around) {
  const agent = halle(base, tokens.agent)
  const { id, etag } = await prepare(agent, acte)
  await mustBeRefusedWhenStale(agent, id, etag)
  await agent.post('/actes/{id}/signature', { path: { id }, idempotencyKey: `${id} signature` })
  const { folderId } = (await agent.get('/actes/{id}', { path: { id } })).told
  await giveVisa(halle(base, tokens.secretary), folderId!)
  await sign(halle(base, tokens.mayor), folderId!, signer)
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { told } = await agent.get('/actes/{id}', { path: { id } })
    if (told.state === 'signed') await agent.post('/actes/{id}/transmission', { path: { id } })
    if (told.state === 'archived') return told
    if (told.trouble || told.anomaly) throw new Error(told.trouble ?? told.anomaly!.detail!)
    await wait()
  }
  throw new Error('it never reached the archives')
}

type Client = ReturnType<typeof halle>

async function prepare(agent: Client, { numero, objet, document, annexe }: Around['acte']) {
  const { told: classification } = await agent.get('/actes/classification')
  const nature = classification.natures.find(({ label }) => /délib/i.test(label))!
  const created = await agent.post('/actes', {
    body: { nature: nature.code, matiere: '5.2', numero, objet, decisionDate: '2026-11-20' },
    idempotencyKey: `${numero} creation`,
  })
  const path = { id: created.told.id }
  const form = new FormData()
  form.append('document', new Blob([document.bytes]), document.name)
  const kept = await agent.put('/actes/{id}/document', { path, body: form, ifMatch: created.etag! })
  const more = new FormData()
  more.append('annexes[]', new Blob([annexe.bytes]), annexe.name)
  const [type] = nature.typesPJ
  more.append('typePJ', type.code)
  const whole = await agent.post('/actes/{id}/annexes', { path, body: more })
  const { told } = await agent.get('/actes/{id}/problemes', { path })
  if (told.problems.length > 0) throw new Error(JSON.stringify(told.problems))
  return { ...path, etag: kept.etag === whole.etag ? null : kept.etag }
}

/** What was read before the annexe came is not what is there now. */
async function mustBeRefusedWhenStale(agent: Client, id: string, etag: string | null) {
  try {
    await agent.put('/actes/{id}', { path: { id }, body: { objet: 'Perdu' }, ifMatch: etag! })
  } catch (error) {
    if (error instanceof Problem && error.status === 412) return
    throw error
  }
  throw new Error('a stale version was taken')
}

async function read(client: Client, id: string) {
  const { told } = await client.get('/parapheur/dossiers/{id}', { path: { id } })
  for (const { id: document } of told.documents)
    await client.get('/parapheur/dossiers/{id}/documents/{document}', { path: { id, document } })
}

async function giveVisa(secretary: Client, id: string) {
  await read(secretary, id)
  await secretary.post('/parapheur/dossiers/{id}/visa', { path: { id }, body: {} })
}

async function sign(mayor: Client, id: string, { certificate, chain, sign: by }: Around['signer']) {
  await read(mayor, id)
  const { told } = await mayor.post('/parapheur/dossiers/{id}/seances', {
    path: { id },
    body: {
      certificate: certificate.toString('base64'),
      chain: chain.map((one) => one.toString('base64')),
    },
  })
  const signatures = told.items.map(({ item, signedAttributes }) => ({
    item,
    value: by(Buffer.from(signedAttributes, 'base64')).toString('base64'),
  }))
  const path = { id: told.id }
  await mayor.post('/parapheur/seances/{id}/signatures', {
    path,
    body: { nonce: told.nonce, signatures },
  })
}

/** What the document forbids does not compile: an operation that is not there, a misspelt field. */
export const forbidden = (client: Client) => [
  // @ts-expect-error no such address
  () => client.get('/actes/{id}/nowhere', { path: { id: 'x' } }),
  // @ts-expect-error no such field
  () => client.post('/actes', { body: { objt: 'Tarifs' } }),
  // @ts-expect-error nature is a number
  () => client.post('/actes', { body: { nature: 'un' } }),
]
