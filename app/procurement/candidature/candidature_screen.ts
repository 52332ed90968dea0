import type { HttpContext } from '@adonisjs/core/http'
import type { Tenant } from '#kernel/tenant'
import { behind, establishmentsClaimedBy } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { FORMS, lacksOf } from '../rules/candidature.js'
import { sharedCandidatures } from '../answers/colleagues.js'
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
    files: shown ? await filesOf(consultation, tenant, shown) : [],
    isDivided: await isDivided(consultation),
    isElsewhere: shown ? await toldElsewhere(consultation.id, shown) : false,
  }
}

/** Every candidature of a person and of her colleagues to a consultation, with what it lacks. */
export async function candidaturesOf(consultationId: string, personId: string) {
  const own = await preparedBy(consultationId, { personId, name: null })
  const all = [...own]
  for (const { ids, ...holder } of await sharedCandidatures(personId, consultationId)) {
    const theirs = await preparedBy(consultationId, holder)
    all.push(...theirs.filter(({ candidature }) => ids.includes(candidature.id)))
  }
  return all
}

/** In whose name it is prepared; a colleague is named. */
interface Holder {
  personId: string
  name: string | null
}

async function preparedBy(consultationId: string, holder: Holder) {
  return behind({ person: holder.personId }, async () => {
    const all = []
    for (const candidature of await Candidature.to(consultationId)) {
      const members = await CandidatureMember.of(candidature.id)
      const [own] = members
      const lacks = lacksOf(candidature.form, members)
      all.push({ candidature, members, own, holder, lacks })
    }
    return all
  })
}

/** What she may read before it is sealed; nothing while something lacks. */
async function filesOf(
  consultation: Consultation,
  tenant: Tenant,
  { candidature, holder, lacks }: { candidature: Candidature; holder: Holder; lacks: string[] }
) {
  if (lacks.length > 0) return []
  const { personId } = holder
  const files = await dossierOf(consultation, tenant, { personId, candidatureId: candidature.id })
  return files.map(({ key, name }) => ({ key, name: name.replace('dossier/', '') }))
}

const toldElsewhere = (
  consultationId: string,
  { candidature, own, holder }: { candidature: Candidature; own: CandidatureMember; holder: Holder }
) => {
  const { personId } = holder
  return isElsewhere(consultationId, { candidatureId: candidature.id, personId, siret: own.siret })
}
