import type { HttpContext } from '@adonisjs/core/http'
import { behind, walled } from '#rooms/outsiders'
import { isUuid } from '#lib/values'
import { holderOfCandidature } from '../answers/colleagues.js'
import Candidature from '../candidature/candidature.js'
import { dossierOf } from '../candidature/dossier.js'
import { CandidatureMissing } from '../candidature/errors.js'
import CandidatureMember from '../candidature/member.js'
import { openConsultation, publishedConsultation } from '../candidature/open_consultation.js'
import { lacksOf } from '../rules/candidature.js'
import { buyerPublishing } from './find_published.js'

const PAGE = 50

/** One page of those of a company that somebody prepares, the newest first. */
export async function listOf(personId: string, establishmentId: string, before: string | null) {
  const found = await behind({ person: personId }, () => {
    const query = Candidature.query(walled()).where({ personId, establishmentId })
    if (before) query.where('id', '<', before)
    return query
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
      .exec()
  })
  const items = found.slice(0, PAGE).map(({ id, consultationId, form, createdAt }) => ({
    ...{ id, consultation: consultationId, form },
    begunAt: createdAt.toUTC().toISO()!,
  }))
  return { items, next: found.length > PAGE ? items.at(-1)!.id : null }
}

/** One of hers, with its own row. @throws E_CANDIDATURE_MISSING */
export async function held(whoAsks: string, id: string) {
  const personId = await holderOfCandidature(whoAsks, id)
  return behind({ person: personId }, async () => {
    const candidature = isUuid(id) ? await Candidature.ofAny(id) : null
    if (!candidature) throw new CandidatureMissing()
    const members = await CandidatureMember.of(candidature.id)
    return { personId, candidature, members, own: members[0] }
  })
}

export async function heldOpen(personId: string, id: string) {
  const { candidature, own, personId: holder } = await held(personId, id)
  const tenant = await buyerPublishing(candidature.consultationId)
  return {
    own,
    personId: holder,
    consultation: await openConsultation(tenant, candidature.consultationId),
  }
}

export async function filesOf({ door }: HttpContext, id: string) {
  const { candidature, personId } = await held(door.personId, id)
  const tenant = await buyerPublishing(candidature.consultationId)
  const consultation = await publishedConsultation(tenant, candidature.consultationId)
  return dossierOf(consultation, tenant, { personId, candidatureId: id })
}

export async function toldOf(personId: string, id: string) {
  const { candidature, members } = await held(personId, id)
  return {
    id: candidature.id,
    consultation: candidature.consultationId,
    form: candidature.form,
    members: members.map(({ id: member, siret, company, role, state, part, work }) => ({
      id: member,
      ...{ siret, company, role, state, part, work },
    })),
    sousTraitants: candidature.sousTraitants.map(({ name, amount }) => ({ name, amount })),
    lacks: lacksOf(candidature.form, members),
  }
}
