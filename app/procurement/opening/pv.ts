import type { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenants } from '#kernel/tenant'
import BackupCopy from '../backup/backup_copy.js'
import type Consultation from '../drafting/consultation.js'
import { candidatureWords } from '../candidature/candidature_words.js'
import { pvPdf } from '../formats/pv_pdf.js'
import Holder from '../holders/holder.js'
import { answersOf } from '../lots/answers.js'
import { OPENING_CASES } from '../rules/backup_copy.js'
import { plisOf } from './received_plis.js'
import { whoGave } from './shares.js'

/** Writes the procès-verbal of a session, and keeps it; returns its document. */
export async function keepPv(consultation: Consultation): Promise<string> {
  const tenant = await tenants.current()
  const given = await whoGave(consultation)
  const holders = given.length > 0 ? await Holder.query().whereIn('id', given) : []
  const pdf = await pvPdf(
    {
      reference: consultation.reference,
      title: consultation.title,
      deadline: consultation.hourWords,
      zone: consultation.zone,
      president: consultation.president!,
      members: consultation.membersPresent!,
      holders: holders.map(({ name }) => name),
      fingerprint: consultation.fingerprint!,
      plis: (await plisOf(consultation)).map(({ pli, files }) => ({
        company: pli.company,
        siret: pli.siret,
        receivedAt: instantIn(consultation, pli.receivedAt!),
        startedAt: instantIn(consultation, pli.startedAt),
        state: pli.state,
        digest: pli.digest!,
        refusal: pli.refusal,
        openedByBidder: pli.openedByBidder,
        candidature: candidatureWords(pli.candidature),
        files: files.map(({ envelope, name }) => `${envelope}/${name}`),
      })),
      lots: (await answersOf(consultation)).map(({ lot, plis: all }) => ({
        name: lot.name,
        companies: all.map(({ company, siret }) => `${company} (${siret})`),
      })),
      copies: await copiesOf(consultation),
    },
    { buyer: tenant.name, accent: tenant.accent, day: clock.today().toString() }
  )
  const name = `pv-ouverture-${consultation.reference.replaceAll('/', '-')}.pdf`
  return (await documents.store(pdf, { name })).id
}

/** Those that came, in time or not; what becomes of them afterwards is in the journal. */
async function copiesOf(consultation: Consultation) {
  const copies = await BackupCopy.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
  return copies.map((copy) => ({
    number: copy.number,
    company: copy.company,
    siret: copy.siret,
    mode: copy.modeWords,
    receivedAt: instantIn(consultation, copy.receivedAt!),
    became: copy.openedFor
      ? `${copy.shownState.label} : ${OPENING_CASES[copy.openedFor]}`
      : copy.shownState.label,
  }))
}

const instantIn = ({ zone }: Consultation, at: DateTime) =>
  at.setZone(zone).toFormat('dd/MM/yyyy HH:mm:ss.SSS')
