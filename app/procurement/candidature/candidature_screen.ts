import type { HttpContext } from '@adonisjs/core/http'
import type { Tenant } from '#kernel/tenant'
import { behind, establishmentsClaimedBy } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { FORMS, lacksOf } from '../rules/candidature.js'
import Candidature from './candidature.js'
import { dossierOf } from './dossier.js'
import { isDivided, isElsewhere } from './elsewhere.js'
import CandidatureMember from './member.js'

const ROLES = { alone: 'Candidat', mandataire: 'Mandataire', cotraitant: 'Cotraitant' }

/** The page of a candidature: hers for the company that the address or her door names. */
export async function candidatureScreen(
  { door, request }: HttpContext,
  tenant: Tenant,
  consultation: Consultation
) {
  const claimed = (await establishmentsClaimedBy(door.personId)).filter(({ siret }) => siret)
  const all = await candidaturesOf(consultation.id, door.personId)
  const asked = request.input('entreprise') ?? door.establishment?.id
  const shown = all.find((one) => one.candidature.establishmentId === asked) ?? all[0]
  const base = `/moi/marches/${tenant.slug}/${consultation.id}`
  const isOpen = consultation.state === 'online' && !consultation.isPastTheHour
  return {
    ...{ consultation, base, claimed, isOpen, buyer: tenant.name },
    page: `${base}/candidature`,
    roles: ROLES,
    forms: Object.entries(FORMS).map(([value, words]) => ({ value, ...words })),
    shown,
    others: all.filter((one) => one !== shown),
    chosen: door.establishment?.id ?? claimed[0]?.id,
    files: shown ? await filesOf(consultation, tenant, door.personId, shown) : [],
    isDivided: await isDivided(consultation),
    isElsewhere: shown ? await toldElsewhere(consultation.id, door.personId, shown) : false,
  }
}

/** Every candidature of a person to a consultation, with its members and what it lacks. */
export async function candidaturesOf(consultationId: string, person: string) {
  return behind({ person }, async () => {
    const all = []
    for (const candidature of await Candidature.to(consultationId)) {
      const members = await CandidatureMember.of(candidature.id)
      const [own] = members
      all.push({ candidature, members, own, lacks: lacksOf(candidature.form, members) })
    }
    return all
  })
}

/** What she may read before it is sealed; nothing while something lacks. */
async function filesOf(
  consultation: Consultation,
  tenant: Tenant,
  personId: string,
  { candidature, lacks }: { candidature: Candidature; lacks: string[] }
) {
  if (lacks.length > 0) return []
  const files = await dossierOf(consultation, tenant, { personId, candidatureId: candidature.id })
  return files.map(({ key, name }) => ({ key, name: name.replace('dossier/', '') }))
}

const toldElsewhere = (
  consultationId: string,
  personId: string,
  { candidature, own }: { candidature: Candidature; own: CandidatureMember }
) => isElsewhere(consultationId, { candidatureId: candidature.id, personId, siret: own.siret })
