import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { documents } from '#kernel/documents'
import type { FeedEntry } from '#lib/feed/atom'
import { whereWords } from '#lib/french/search_words'
import type { Tenant } from '#kernel/tenant'
import { isUuid, LocalDate } from '#lib/values'
import { editionOf } from '../budget.js'
import { ActePrivate } from '../errors.js'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { publicActes } from '../models/public_actes.js'
import { findNature, natures } from '../rules/nature.js'

const PAGE = 50
/** An acte that everybody may read; throws E_ACTE_PRIVATE for any other, as if it did not exist. */
export async function publicActe(id: string): Promise<Acte> {
  const acte = await publicActes().where('id', id).first()
  if (!acte) throw new ActePrivate()
  return acte
}

/** The register as the URL filters it, the last published first. */
export async function publicRegister({ request, tenant }: HttpContext) {
  const base = `/p/${tenant.slug}/actes`
  const nature = findNature(Number(request.input('nature')))
  const words = String(request.input('q') ?? '')
    .trim()
    .slice(0, 100)
  const after = readCursor(request.input('apres'))
  const query = publicActes()
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after) query.whereRaw('(published_on, id) < (?, ?)', after)
  if (nature) query.where('natureCode', nature.code)
  // What the page shows: a word of the objet that is kept back must find nothing.
  whereWords(query, ['coalesce(public_objet, objet)', 'numero'], words)
  const found = await query
  const at = (apres?: string) => {
    const search = new URLSearchParams({ ...(words && { q: words }), ...(apres && { apres }) })
    if (nature) search.set('nature', String(nature.code))
    return search.size > 0 ? `${base}?${search}` : base
  }
  return {
    base,
    words,
    nature,
    natures: await publicNatures(),
    rows: found.slice(0, PAGE).map((acte) => lineOf(acte, base)),
    first: after ? at() : null,
    next: found.length > PAGE ? at(cursorAt(found[PAGE - 1])) : null,
    feed: { href: `${base}/fil.atom`, title: `Actes publiés, ${tenant.name}` },
  }
}

/** A day and an identifier: several actes are published on one day. */
const cursorAt = ({ publishedOn, id }: Acte) => `${toDay(publishedOn)}_${id}`

function readCursor(typed: unknown): [day: string, id: string] | null {
  const [day, id] = String(typed ?? '').split('_')
  const publishedOn = LocalDate.tryParse(day)
  return publishedOn && isUuid(id) ? [String(publishedOn), id] : null
}

/** The natures of which something is public: a filter that finds nothing is not offered. */
async function publicNatures() {
  const found = await publicActes().distinct('natureCode').pojo<{ nature_code: number }>()
  const known = new Set(found.map(({ nature_code: code }) => code))
  return natures
    .filter(({ code }) => known.has(code))
    .map(({ code, label }) => ({ value: code, label }))
}

/** The last actes published, for the feed. */
export async function recent(home: string): Promise<FeedEntry[]> {
  const actes = await publicActes().orderBy('publishedOn', 'desc').orderBy('id', 'desc').limit(30)
  return actes.map((acte) => ({
    id: acte.id,
    title: `${acte.title} : ${acte.shownObjet}`,
    url: `${home}/${acte.id}`,
    pdfUrl: `${home}/${acte.id}/acte.pdf`,
    updated: (acte.updatedAt ?? acte.createdAt).toUTC().toISO()!,
    summary: `Décision du ${toDay(acte.decisionDate)!.toFrench()}, publiée le ${toDay(acte.publishedOn)!.toFrench()}.`,
  }))
}

/** The only files of a public acte that everybody may read. */
export async function publicFiles(acte: Acte) {
  if (acte.publicForm === 'redacted') {
    return { main: acte.redactedDocumentId, signed: null, annexes: [] }
  }
  const { stampedDocumentId, signedDocumentId } = acte
  // The signed edition of a budget in XML stands for the one that was deposited
  const edition = await editionOf(acte)
  const annexes = await acte.annexes()
  return {
    main: stampedDocumentId ?? signedDocumentId,
    signed: signedDocumentId,
    annexes: annexes.filter(({ id }) => id !== edition?.id),
  }
}

/** The page of one acte, with what machines read of it. */
export async function publicPage(acte: Acte, tenant: Tenant) {
  const base = `/p/${tenant.slug}/actes`
  const here = `${base}/${acte.id}`
  const shown = await publicFiles(acte)
  const ids = [shown.main, shown.signed, ...shown.annexes.map(({ documentId }) => documentId)]
  const found = await documents.findMany(ids.filter((id) => id !== null))
  const files = new Map(found.map((file) => [file.id, file]))
  return {
    base,
    here,
    acte,
    objet: acte.shownObjet,
    isRedacted: acte.publicForm === 'redacted',
    document: files.get(shown.main ?? ''),
    signed: files.get(shown.signed ?? ''),
    isCancelled: acte.state === 'cancelled',
    annexes: shown.annexes.map(({ documentId, position }) => ({
      ...files.get(documentId),
      href: `${here}/annexes/${position}`,
    })),
    facts: [
      { name: 'Nature', value: acte.nature!.label },
      { name: 'Numéro', value: acte.numero, mono: true },
      { name: 'Décision du', value: toDay(acte.decisionDate)!.toFrench() },
      { name: 'Reçu en préfecture le', value: toDay(acte.receivedOn)!.toFrench() },
      { name: 'Publié le', value: toDay(acte.publishedOn)!.toFrench() },
      { name: 'Identifiant', value: acte.identifier, mono: true },
    ],
    jsonLd: jsonLdOf(acte, tenant, here),
  }
}

function lineOf(acte: Acte, base: string) {
  return {
    href: `${base}/${acte.id}`,
    objet: acte.shownObjet,
    numero: acte.numero,
    nature: acte.nature!.label,
    decidedOn: toDay(acte.decisionDate)!.toString(),
    publishedOn: toDay(acte.publishedOn)!.toString(),
    isCancelled: acte.state === 'cancelled',
  }
}

function jsonLdOf(acte: Acte, tenant: Tenant, here: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    'name': acte.shownObjet,
    'identifier': acte.identifier,
    'legislationIdentifier': acte.identifier,
    'legislationType': acte.nature!.label,
    'legislationDate': toDay(acte.decisionDate)!.toString(),
    'datePublished': toDay(acte.publishedOn)!.toString(),
    'inLanguage': 'fr',
    'url': `${appUrl}${here}`,
    'legislationPassedBy': { '@type': 'GovernmentOrganization', 'name': tenant.name },
    'encoding': {
      '@type': 'MediaObject',
      'encodingFormat': 'application/pdf',
      'contentUrl': `${appUrl}${here}/acte.pdf`,
    },
  }
}
