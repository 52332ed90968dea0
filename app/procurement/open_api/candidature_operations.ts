import vine from '@vinejs/vine'
import { establishmentsOf, findOrganisation } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { isUuid } from '#lib/values'
import { factsForm } from '../candidature/forms.js'
import { beginCandidature, chooseForm } from '../candidature/begin.js'
import { CandidatureMissing } from '../candidature/errors.js'
import { fillMember } from '../candidature/fill.js'
import { openConsultation } from '../candidature/open_consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { NotYourCompany } from '../errors.js'
import { BLANK_FACTS, readFacts } from '../rules/company_facts.js'
import {
  begunCandidature,
  candidatureLine,
  candidatureShape,
  dossierShape,
} from './candidature_shapes.js'
import { buyerPublishing } from './find_published.js'
import { filesOf, heldOpen, listOf, toldOf } from './held_candidature.js'
import { OPEN_ROOT, type OpenOperation } from './open_operation.js'

const answer = { of: 'Candidature', shape: candidatureShape } as const

/** What a company's program prepares of its candidature, by the token of whom it acts for. */
export const candidatureOperations: OpenOperation[] = [
  {
    name: 'candidatures.store',
    call: 'POST /candidatures',
    title: 'Préparer une candidature, seul ou en groupement',
    says: 'Une seule par entreprise et par consultation : la même est rendue.',
    body: begunCandidature,
    answer: { ...answer, status: 201 },
    refuses: [403, 409],
    async run({ ctx, body }) {
      const { company, door } = ctx
      if (!company.siret) throw new NotYourCompany()
      const { personId } = door
      const consultation = await openConsultation(
        await buyerPublishing(body.consultation),
        body.consultation
      )
      const organisation = await findOrganisation(company.id)
      const isHeld = (await establishmentsOf(personId)).some(({ id }) => id === company.id)
      const whole = { ...organisation!, siret: company.siret }
      const { candidature, isNew } = await beginCandidature(consultation, {
        personId,
        company: whole,
        isHeld,
      })
      const { id: candidatureId } = candidature
      if (body.form) await chooseForm(consultation, { personId, candidatureId }, body.form)
      return { isNew, told: await toldOf(personId, candidatureId) }
    },
  },
  {
    name: 'candidatures.index',
    call: 'GET /candidatures',
    title: 'Lister les candidatures de son entreprise, les plus récentes d’abord',
    query: vine.create({ apres: vine.string().uuid().optional() }),
    answer: { of: 'CandidatureEnListe', shape: candidatureLine, list: true },
    run: ({ ctx, query }) =>
      listOf(ctx.door.personId, ctx.company.id, isUuid(query.apres) ? query.apres : null),
  },
  {
    name: 'candidatures.show',
    call: 'GET /candidatures/:id',
    title: 'Lire une candidature : ses membres, et ce qui lui manque',
    answer,
    run: ({ ctx, params }) => toldOf(ctx.door.personId, params.id),
  },
  {
    name: 'candidatures.declare',
    call: 'POST /candidatures/:id/declaration',
    title: 'Dire ce qu’est son entreprise (rubriques de DC1 et DC2)',
    body: factsForm,
    answer,
    refuses: [409, 422],
    async run({ ctx, params, body }) {
      const read = readFacts({ ...BLANK_FACTS, ...body }, clock.today().year)
      if ('problems' in read) return refuseProblems(read.problems)
      const { own, personId } = await heldOpen(ctx.door.personId, params.id)
      const heldIds = (await establishmentsOf(ctx.door.personId)).map(({ id }) => id)
      await fillMember({ personId, heldIds }, own.id, read.facts)
      return toldOf(personId, params.id)
    },
  },
  {
    name: 'candidatures.dossier',
    call: 'GET /candidatures/:id/dossier',
    title: 'Les fichiers du dossier, à sceller dans l’enveloppe « candidature »',
    answer: { of: 'Dossier', shape: dossierShape },
    refuses: [409],
    async run({ ctx, params }) {
      const files = await filesOf(ctx, params.id)
      const base = `${OPEN_ROOT}/candidatures/${params.id}/dossier`
      return { files: files.map(({ key, name }) => ({ name, url: `${base}/${key}` })) }
    },
  },
  {
    name: 'candidatures.file',
    call: 'GET /candidatures/:id/dossier/:piece',
    title: 'Un fichier du dossier',
    answer: { mediaType: 'application/octet-stream', says: 'Les octets du fichier.' },
    refuses: [409],
    async run({ ctx, params }) {
      const found = (await filesOf(ctx, params.id)).find(({ key }) => key === params.piece)
      if (!found) throw new CandidatureMissing()
      ctx.response.header('content-type', found.type)
      return ctx.response.send(Buffer.from(await found.bytes()))
    },
  },
]
