import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { openP12, signBytes } from './p12.js'
import { type Visitor } from './visitor.js'
import { formsOf, PageRefused, textOf, tokenOf, type Page } from './page.js'
import type { Itinerary } from './itinerary.js'
import { enter, until } from './pages_awaited.js'

/** The platform does not take this PDF, and says why; nothing of it is left there. */
export class ActeRefused extends PageRefused {}

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/

const sayErrors = (page: Page) => {
  const errors = [...page.html.matchAll(/<p class="field-error"[^>]*>([\s\S]*?)<\/p>/g)].map(
    ([, text]) => textOf(text).trim()
  )
  return errors.join(' ') || textOf(page.html).slice(0, 600)
}

/** 1. The agent writes the acte and sends it to the parapheur; returns its address. */
export async function draft(road: Itinerary, today: string): Promise<string> {
  const { pdf, agent, place } = road
  const visitor = await enter(road, agent)
  const form = await visitor.get(`/c/${place}/actes/nouveau`)
  const fields = {
    nature: '1',
    matiere: '7.1',
    numero: nextNumero(),
    objet: 'Voyage d’une délibération du brouillon à l’archive',
    decisionDate: today,
    typePJ: '99_DE',
    then: 'submit',
  }
  const file = { name: basename(pdf), bytes: await readFile(pdf) }
  const sent = await visitor.submit(form, /\/actes$/, fields, { document: [file] })
  if (/modifier$/.test(sent.url)) {
    await discard(visitor, sent)
    throw new ActeRefused(sayErrors(sent))
  }
  if (sent.status !== 200 || !UUID.test(sent.url)) {
    throw new PageRefused(`L’acte n’est pas parti : ${sayErrors(sent)}`)
  }
  return sent.url
}

/** The platform kept what was typed; here nobody will take it up again. */
async function discard(visitor: Visitor, page: Page): Promise<void> {
  const deletion = formsOf(page).find(({ action }) => /_method=DELETE$/.test(action))
  if (deletion) await visitor.submit(page, /_method=DELETE$/)
}

let latest = 0
/** Another one each time, even within a millisecond. */
function nextNumero(): string {
  latest = Math.max(Date.now(), latest + 1)
  return `J${latest.toString(36).toUpperCase()}`
}

/** 2a. The secretary gives her visa; returns the address of the folder. */
export async function visa(road: Itinerary, acte: string): Promise<string> {
  const visitor = await enter(road, road.secretary)
  const folder = await folderOf(visitor, road.place, acte)
  await visitor.submit(await visitor.get(folder), /\/visa$/)
  return folder
}

async function folderOf(visitor: Visitor, place: string, acte: string): Promise<string> {
  const page = await until(visitor, acte, /\/parapheur\/dossiers\//, 'Le dossier du parapheur')
  const found = new RegExp(`/c/${place}/parapheur/dossiers/${UUID.source}`).exec(page.html)
  if (!found) throw new PageRefused('La page de l’acte ne mène pas à son dossier')
  return found[0]
}

/** 2b. The mayor signs in two phases: her key stays on this side. */
export async function sign(road: Itinerary, folder: string): Promise<void> {
  const { mayor } = road
  const visitor = await enter(road, mayor)
  const identity = openP12(await readFile(mayor.p12), mayor.p12Password)
  const page = await visitor.get(`${folder}/signature`)
  const token = tokenOf(page)
  const session = await visitor.json(`${folder}/seances`, token, {
    certificate: identity.certificate.toString('base64'),
    chain: identity.chain.map((der) => der.toString('base64')),
  })
  await visitor.json(session.answer, token, {
    nonce: session.nonce,
    signatures: session.items.map(
      ({ item, signedAttributes }: { item: string; signedAttributes: string }) => ({
        item,
        value: signBytes(Buffer.from(signedAttributes, 'base64'), identity).toString('base64'),
      })
    ),
  })
}

/** Waits on the page of the acte until its state is the one awaited. */
export async function reach(
  road: Itinerary,
  acte: string,
  says: RegExp,
  what: string
): Promise<Page> {
  return until(await enter(road, road.agent), acte, says, what)
}

/** 5. The proof of the deposit, in a zip, once it is gathered. */
export async function proof(
  road: Itinerary,
  acte: string
): Promise<{ zip: Buffer; deposit: string }> {
  const visitor = await enter(road, road.secretary)
  const page = await until(visitor, acte, /\/archives\/versements\//, 'Le versement aux archives')
  const deposit = /\/c\/[a-z0-9-]+\/archives\/versements\/[0-9a-f-]{36}/.exec(page.html)![0]
  const ready = await until(visitor, deposit, /\/preuve"/, 'Le dossier de preuve')
  const href = /href="([^"]+\/preuve)"/.exec(ready.html)
  if (!href) throw new PageRefused('Le versement ne propose pas son dossier de preuve')
  return { zip: await visitor.download(href[1]), deposit }
}
