import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { foundOfPerson } from '../privacy/found_of_person.js'
import { personReach } from '../privacy/person_reach.js'
import PersonSearch from '../privacy/person_search.js'
import { type RegisterLine, registerLines, retentionOfType } from '../privacy/register.js'
import { forgetPersonSearch, newPersonSearch, searchPerson } from '../privacy/search_person.js'
import { sendPerson } from '../privacy/send_person.js'
import { newProcessing, tellProcessing } from '../privacy/tell_processing.js'
import { LEGAL_BASIS_LETTERS } from '../rules/legal_bases.js'
import DocumentType from '../types/document_type.js'

const registerShape = vine.create({
  type: told.id(),
  label: told.text(),
  /** Null of a type of which nothing is said yet, as the four that follow. */
  purpose: told.text().nullable(),
  /** A letter of the RGPD, article 6, 1. */
  legalBasis: told.oneOf(LEGAL_BASIS_LETTERS).nullable(),
  persons: told.text().nullable(),
  data: told.text().nullable(),
  disclosedTo: told.text().nullable(),
  /** xsd:duration, as the table of types says it. */
  retentionRule: told.text().nullable(),
})

const toldLine = ({ type, processing }: RegisterLine) => ({
  ...{ type: type.id, label: type.label, retentionRule: retentionOfType(type).rule },
  purpose: processing?.purpose ?? null,
  legalBasis: processing?.legalBasis ?? null,
  persons: processing?.persons ?? null,
  data: processing?.data ?? null,
  disclosedTo: processing?.recipients ?? null,
})

const searchShape = vine.create({
  id: told.id(),
  /** Of the request that it serves. */
  reference: told.text().nullable(),
  at: told.moment(),
})

const namedShape = vine.create({
  id: told.id(),
  title: told.text(),
  space: told.text(),
  path: told.text(),
  /** « Courriel », « Prénom et nom »: how it names her. */
  named: vine.array(told.text()),
})

const common = { permission: 'ged.privacy' }
const page = vine.create({ apres: vine.string().uuid().optional() })

/** What whoever answers for personal data asks of the documents. */
export const privacyOperations: Operation[] = [
  {
    ...common,
    name: 'register',
    call: 'GET /registre',
    title: 'Lire le registre des traitements des documents',
    says: 'Une ligne par type de documents (RGPD, article 30).',
    answer: { kind: 'list', of: 'LigneRegistre', shape: registerShape },
    gestures: [],
    run: async () => ({ items: (await registerLines()).map(toldLine), next: null }),
  },
  {
    ...common,
    name: 'tell_processing',
    call: 'PUT /registre/:type',
    title: 'Dire au registre ce que l’on fait d’un type de documents',
    body: newProcessing,
    answer: { kind: 'thing', of: 'LigneRegistre', shape: registerShape },
    seen: { nothing: 'what is said of a type is written together, and the journal says who did' },
    gestures: ['ged.registers.update'],
    run: async ({ ctx, params, body }) => {
      const type = await DocumentType.get(params.type)
      return toldLine({ type, processing: await tellProcessing(type, body, ctx.actor) })
    },
  },
  {
    ...common,
    name: 'search_person',
    call: 'POST /personnes',
    title: 'Chercher les documents qui nomment une personne',
    says: 'Parmi ceux que le compte lit. Gardée trente jours, pour lui seul ; le journal dit qu’elle fut faite, jamais de qui.',
    body: newPersonSearch,
    refuses: [422],
    answer: { kind: 'thing', of: 'RecherchePersonne', shape: searchShape, status: 201 },
    seen: { nothing: 'a search is made beside the others' },
    gestures: ['ged.person_searches.store'],
    run: async ({ ctx, body }) => {
      const { id, reference, at } = await searchPerson(body, ctx.actor)
      return { id, reference, at: at.toUTC().toISO()! }
    },
  },
  {
    ...common,
    name: 'person_documents',
    call: 'GET /personnes/:person/documents',
    title: 'Lister les documents qui nomment une personne',
    says: 'Une page peut être vide et avoir une suite : ses mots y étaient, et non son nom.',
    query: page,
    answer: { kind: 'list', of: 'DocumentPersonne', shape: namedShape },
    gestures: [],
    run: async ({ ctx, params, query }) => {
      const search = await PersonSearch.of(ctx.actor.id!, params.person)
      const reach = await personReach(ctx)
      const { found, next } = await foundOfPerson(search, reach, query.apres ?? null)
      const items = found.map(({ node: { id, title }, space, path, named }) => ({
        ...{ id, title, space, path, named },
      }))
      return { items, next }
    },
  },
  {
    ...common,
    name: 'person_export',
    call: 'GET /personnes/:person/export',
    title: 'Télécharger les documents qui nomment une personne',
    refuses: [409],
    answer: { kind: 'file', says: 'Un ZIP : les fichiers, et liste.csv' },
    gestures: [],
    run: async ({ ctx, params }) =>
      sendPerson(ctx, await PersonSearch.of(ctx.actor.id!, params.person)),
  },
  {
    ...common,
    name: 'forget_person',
    call: 'DELETE /personnes/:person',
    title: 'Oublier une recherche de personne',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a search that is forgotten is not found any more' },
    gestures: ['ged.person_searches.destroy'],
    run: async ({ ctx, params }) =>
      forgetPersonSearch(await PersonSearch.of(ctx.actor.id!, params.person), ctx.actor),
  },
]
