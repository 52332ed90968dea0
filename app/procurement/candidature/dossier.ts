import { clock } from '#kernel/clock'
import type { Tenant } from '#kernel/tenant'
import { behind } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import { dc1Pdf, type NamedMember } from '../formats/dc1_pdf.js'
import { dc2Pdf } from '../formats/dc2_pdf.js'
import { dc4Pdf } from '../formats/dc4_pdf.js'
import { espdResponse } from '../formats/espd/write_response.js'
import { partiesOf } from './espd_parties.js'
import type { Answered } from '../formats/dc_parts.js'
import { lacksOf } from '../rules/candidature.js'
import { TOLD_FORMAT, TOLD_NAME, type ToldCandidature } from '../rules/told_candidature.js'
import GivenProof, { readGiven } from '../vault/given_proof.js'
import Candidature from './candidature.js'
import { CandidatureIncomplete } from './errors.js'
import CandidatureMember from './member.js'

/** A file that goes into the envelope of the candidature, once the page of its mandataire has sealed it. */
export interface DossierFile {
  /** Under which the address of the file names it. */
  key: string
  /** As the pli has it. */
  name: string
  type: string
  bytes(): Promise<Uint8Array>
}

interface Held {
  candidature: Candidature
  members: (CandidatureMember & { facts: NonNullable<CandidatureMember['facts']> })[]
  given: GivenProof[]
}

/** Every file of a candidature that lacks nothing. @throws E_CANDIDATURE_MISSING, E_CANDIDATURE_INCOMPLETE */
export async function dossierOf(
  consultation: Consultation,
  tenant: Tenant,
  { personId, candidatureId }: { personId: string; candidatureId: string }
): Promise<DossierFile[]> {
  const held = await behind({ person: personId }, () => hold(consultation.id, candidatureId))
  const { title, reference } = consultation
  const answered = { buyer: tenant.name, title, reference, day: clock.today().toString() }
  return [
    told(consultation.id, held),
    ...papers(answered, held),
    ...espds(answered, held),
    ...proofs(personId, held),
  ]
}

async function hold(consultationId: string, candidatureId: string): Promise<Held> {
  const candidature = await Candidature.hold(consultationId, candidatureId)
  const members = await CandidatureMember.of(candidature.id)
  const [lack] = lacksOf(candidature.form, members)
  if (lack) throw new CandidatureIncomplete(lack)
  const ready = members.filter((one): one is Held['members'][number] => one.state === 'ready')
  const given: GivenProof[] = []
  for (const { id } of ready) given.push(...(await GivenProof.of(id)))
  return { candidature, members: ready, given }
}

const pdf = (key: string, name: string, bytes: () => Promise<Uint8Array>): DossierFile => ({
  ...{ key, bytes, type: 'application/pdf' },
  name: `dossier/${name}`,
})

function papers(answered: Answered, { candidature, members }: Held): DossierFile[] {
  const named: NamedMember[] = members.map(({ company, siret, part, work, facts }) => ({
    ...{ company, siret, part, work, facts },
  }))
  return [
    pdf('dc1', 'DC1.pdf', () => dc1Pdf(answered, candidature.form, named)),
    ...named.map((one) =>
      pdf(`dc2-${one.siret}`, `DC2-${one.siret}.pdf`, () => dc2Pdf(answered, one))
    ),
    ...candidature.sousTraitants.map((one, rank) =>
      pdf(`dc4-${rank + 1}`, `DC4-${rank + 1}.pdf`, () => dc4Pdf(answered, named[0], one))
    ),
  ]
}

/** The DUME of each that has one. */
const espds = (answered: Answered, { candidature, members }: Held): DossierFile[] =>
  members.flatMap((member) => {
    const { espd, siret } = member
    if (!espd) return []
    const bytes = async () =>
      Buffer.from(espdResponse(espd, partiesOf(answered, candidature, member)))
    return [
      { key: `dume-${siret}`, name: `dossier/DUME-${siret}.xml`, type: 'application/xml', bytes },
    ]
  })

function told(consultation: string, { candidature, members }: Held): DossierFile {
  const said: ToldCandidature = {
    format: TOLD_FORMAT,
    consultation,
    form: candidature.form,
    members: members.map(({ siret, company: name, part, work }) => ({ siret, name, part, work })),
    sousTraitants: candidature.sousTraitants.map(({ name, siret, amount, nature }) => ({
      ...{ name, siret, amount, nature },
    })),
  }
  const bytes = async () => Buffer.from(`${JSON.stringify(said, null, 2)}\n`)
  return { key: 'candidature', name: TOLD_NAME, type: 'application/json', bytes }
}

/** What each has given of her vault, under the SIRET of whom it is. */
const proofs = (personId: string, { members, given }: Held): DossierFile[] =>
  given.map(({ id, memberId, kind, name }) => ({
    key: id,
    name: `dossier/${members.find((one) => one.id === memberId)!.siret}/${kind}-${name}`,
    type: 'application/octet-stream',
    bytes: () => readGiven(personId, id),
  }))
