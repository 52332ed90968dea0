import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { documents } from '#kernel/documents'
import { whereWords } from '#kernel/search_words'
import type { Tenant } from '#kernel/tenant'
import { ActePrivate } from '../errors.js'
import type { RegisterEntry } from '../formats/register_feed.js'
import Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { findNature, natures } from '../rules/nature.js'

const PAGE = 50
const PUBLIC_STATES = ['published', 'archived', 'cancelling', 'cancelled']

const published = () =>
  Acte.query().whereNotNull('publishedOn').where('withheld', false).whereIn('state', PUBLIC_STATES)

/** An acte that everybody may read; throws E_ACTE_PRIVATE for any other, as if it did not exist. */
export async function publicActe(id: string): Promise<Acte> {
  const acte = await published().where('id', id).first()
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
  const after = CURSOR.exec(String(request.input('apres') ?? ''))
  const query = published()
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (after) query.whereRaw('(published_on, id) < (?, ?)', [after[1], after[2]])
  if (nature) query.where('natureCode', nature.code)
  whereWords(query, ['objet', 'numero'], words)
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
    natures: natures.map(({ code, label }) => ({ value: code, label })),
    rows: found.slice(0, PAGE).map((acte) => lineOf(acte, base)),
    first: after ? at() : null,
    next: found.length > PAGE ? at(cursorOf(found[PAGE - 1])) : null,
    feed: { href: `${base}/fil.atom`, title: `Actes publiés, ${tenant.name}` },
  }
}

const CURSOR =
  /^(\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const cursorOf = ({ publishedOn, id }: Acte) => `${toDay(publishedOn)}_${id}`

/** The last actes published, for the feed. */
export async function recent(home: string): Promise<RegisterEntry[]> {
  const actes = await published().orderBy('publishedOn', 'desc').orderBy('id', 'desc').limit(30)
  return actes.map((acte) => ({
    id: acte.id,
    title: `${acte.title} : ${acte.objet}`,
    url: `${home}/${acte.id}`,
    pdfUrl: `${home}/${acte.id}/acte.pdf`,
    updated: (acte.updatedAt ?? acte.createdAt).toUTC().toISO()!,
    summary: `Décision du ${toDay(acte.decisionDate)!.toFrench()}, publiée le ${toDay(acte.publishedOn)!.toFrench()}.`,
  }))
}

/** The page of one acte, with what machines read of it. */
export async function publicPage(acte: Acte, tenant: Tenant) {
  const base = `/p/${tenant.slug}/actes`
  const here = `${base}/${acte.id}`
  const annexes = await acte.annexes()
  const found = await documents.findMany(annexes.map(({ documentId }) => documentId))
  const files = new Map(found.map((file) => [file.id, file]))
  const main = acte.stampedDocumentId ?? acte.signedDocumentId
  const [document] = main ? await documents.findMany([main]) : []
  const [signed] = acte.signedDocumentId ? await documents.findMany([acte.signedDocumentId]) : []
  return {
    base,
    here,
    acte,
    document,
    signed,
    isCancelled: acte.state === 'cancelled',
    annexes: annexes.map(({ documentId, position }) => ({
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
    objet: acte.objet,
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
    'name': acte.objet,
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
