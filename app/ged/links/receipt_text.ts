import type { DateTime } from 'luxon'
import { toTheSecond } from '#lib/french/to_the_second'

interface Deposited {
  place: string
  depositor: string
  beganAt: DateTime
  endedAt: DateTime
  files: { name: string; size: number | bigint; digest: string; at: DateTime }[]
}

const moment = (at: DateTime) => toTheSecond(at.setZone('Europe/Paris'), ' ZZ')

/** What a depositor keeps: what came whole, when, and its SHA-256. */
export const receiptText = ({ place, depositor, beganAt, endedAt, files }: Deposited): string =>
  [
    'RÉCÉPISSÉ DE DÉPÔT',
    '',
    `Reçu par : ${place}`,
    `Déposé par : ${depositor} (tel que la personne s’est nommée)`,
    `Commencé le ${moment(beganAt)}`,
    `Terminé le ${moment(endedAt)}`,
    '',
    ...files.flatMap(({ name, size, digest, at }) => [
      name,
      `  ${size} octets, reçu le ${moment(at)}`,
      `  SHA-256 ${digest}`,
    ]),
    '',
  ].join('\n')
