import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { tenants } from '#kernel/tenant'
import Consultation from '../drafting/consultation.js'
import { attestationPdf } from '../formats/attestation_pdf.js'
import { evidenceOf, type Attempt } from './attestation.js'
import type Attestation from './attestation.js'

/** The PDF of an attestation, in the tenant in context. */
export async function printAttestation(attestation: Attestation): Promise<Buffer> {
  const consultation = await Consultation.get(attestation.consultationId)
  const { reference, title, hourWords: deadline, zone } = consultation
  const { fromAt, toAt } = attestation
  const evidence = await evidenceOf(consultation, fromAt, toAt)
  const tenant = await tenants.current()
  const words = (instant: number | Date) =>
    DateTime.fromMillis(Number(instant), { zone }).toFormat('dd/MM/yyyy HH:mm:ss')
  const attemptWords = ({ startedAt, pieces, lastPieceAt, receivedAt }: Attempt) =>
    [
      `Commencé le ${words(startedAt)}`,
      `${pieces} morceau(x)${lastPieceAt ? `, le dernier le ${words(lastPieceAt)}` : ''}`,
      receivedAt ? `reçu entier le ${words(receivedAt)}` : 'jamais déposé',
    ].join(' ; ')
  return attestationPdf(
    {
      ...{ reference, title, deadline, zone, words },
      from: words(fromAt.toMillis()),
      to: words(toAt.toMillis()),
      measure: evidence.measure,
      outside: evidence.outside,
      faults: evidence.faults.map(
        ({ at, gesture, status }) => `Le ${words(at)} : erreur ${status} (${gesture})`
      ),
      attempts: evidence.attempts?.map(attemptWords) ?? null,
    },
    { buyer: tenant.name, accent: tenant.accent, day: clock.today().toString() }
  )
}
