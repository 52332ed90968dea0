import { digest } from '#identity'
import { tenancy } from '#kernel/tenancy'
import { behind } from '#app/outsiders/wall/wall'
import { acceptInvitation } from '#app/procurement/candidature/answer'
import { beginCandidature, chooseForm } from '#app/procurement/candidature/begin'
import { fillMember } from '#app/procurement/candidature/fill'
import { inviteMember } from '#app/procurement/candidature/invite'
import CandidatureMember from '#app/procurement/candidature/member'
import Consultation from '#app/procurement/drafting/consultation'
import { standardCriteria, standardEspd } from '#app/procurement/formats/espd/standard'
import { readFacts, BLANK_FACTS } from '#app/procurement/rules/company_facts'
import { keepProof } from '#app/procurement/vault/keep_proof'
import { findOrganisation } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { bidder, type Bidder } from './bidders.js'
import { heldBidder } from './companies.js'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')
const TYPED = {
  ...BLANK_FACTS,
  ...{ legalForm: 'SARL', representative: 'Anne Cariou', quality: 'gérante', workforce: '12' },
  ...{ email: 'anne@cariou.example', phone: '02 99 00 00 00', isNotExcluded: true },
}

/** A group put there without its mails: one who leads, one who is ready, one who is awaited. */
export async function aGroup(tenantId: string, consultationId: string) {
  const [lead, other] = [await bidder('Cariou'), await heldBidder('Pennec')]
  const invited = await bidder('Riou')
  const consultation = await tenancy.run(tenantId, () => Consultation.get(consultationId))
  const { personId } = lead.session.outsider
  const company = (await findOrganisation(lead.establishmentId))!
  const beginner = { personId, company: { ...company, siret: lead.siret }, isHeld: false }
  const { candidature } = await beginCandidature(consultation, beginner)
  const candidatureId = candidature.id
  const mandataire = { personId, candidatureId }
  await chooseForm(consultation, mandataire, 'conjoint')
  const secrets = []
  for (const { siret } of [other, invited]) {
    const typed = {
      siret,
      company: 'Pennec',
      email: 'x@exemple.test',
      part: '40.00',
      work: 'Arbres',
    }
    await inviteMember(consultation, mandataire, typed)
    secrets.push(await secretOf(personId, candidatureId))
  }
  const her = other.session.outsider.personId
  const known = (await findOrganisation(other.establishmentId))!
  const answering = { personId: her, claimed: [known], held: [known] }
  const member = await acceptInvitation(secrets[0], consultation, answering)
  const read = readFacts(TYPED, clock.today().year)
  if ('problems' in read) throw new Error('these facts are whole')
  await fillMember({ personId: her, heldIds: [known.id] }, member.id, read.facts)
  await withItsDume(
    her,
    member.id,
    standardEspd(read.facts, {
      ...{ id: consultation.id, title: consultation.title },
      criteria: standardCriteria([]),
    })
  )
  await aProof(other)
  const page = `/moi/marches/kervalan/${consultationId}/candidature`
  const link = `/moi/groupements/${secrets[1]}`
  return { lead, other, invited, page, link, ownPage: `${page}/membres/${member.id}` }
}

/** The link of the last one invited, as her mail would have it. */
async function secretOf(person: string, candidatureId: string): Promise<string> {
  const secret = uuidv7()
  await behind({ person }, async () => {
    const last = (await CandidatureMember.of(candidatureId)).at(-1)!
    await last.merge({ tokenHash: digest(secret) }).save()
  })
  return secret
}

async function withItsDume(person: string, id: string, espd: CandidatureMember['espd']) {
  await behind({ person }, async () => (await CandidatureMember.hold(id)).merge({ espd }).save())
}

async function aProof({ establishmentId, session }: Bidder): Promise<void> {
  await keepProof({
    ...{ establishmentId, addedBy: session.outsider.personId, kind: 'urssaf', issuer: '' },
    ...{ issuedOn: clock.today().plusMonths(-2), expiresOn: null, name: 'vigilance.pdf' },
    ...{ bytes: PDF, source: 'self' },
  })
}
