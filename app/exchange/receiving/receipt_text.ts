import type { DateTime } from 'luxon'
import { toTheSecond } from '#lib/french/to_the_second'

interface Told {
  from: string
  to: string
  title: string
  isSealed: boolean
  delivered: Line[]
  laid: Line[]
}

interface Line {
  name: string
  size: number | bigint
  /** SHA-256 when it was laid. */
  digest: string
  at: DateTime
  /** Read again from what is kept, for what was delivered. */
  again?: { digest: string | null; digest512: string | null }
}

const moment = (at: DateTime) => toTheSecond(at.setZone('Europe/Paris'), ' ZZ')

/** What a recipient keeps, and the member too: what was given to her, what she laid, and both digests. */
export const receiptText = ({ from, to, title, isSealed, delivered, laid }: Told): string =>
  [
    'RÉCÉPISSÉ D’ÉCHANGE',
    '',
    `Collectivité : ${from}`,
    `Destinataire : ${to}, qui a donné un code reçu à cette adresse`,
    `Objet : ${title}`,
    ...(isSealed
      ? ['Fichiers chiffrés par l’expéditeur : les empreintes sont celles des fichiers chiffrés.']
      : []),
    '',
    ...section('REMIS AU DESTINATAIRE', delivered),
    ...section('DÉPOSÉ PAR LE DESTINATAIRE', laid),
  ].join('\n')

const section = (title: string, lines: Line[]): string[] =>
  lines.length === 0
    ? []
    : [
        title,
        ...lines.flatMap(({ name, size, digest, at, again }) => [
          `${name}, ${size} octets, le ${moment(at)}`,
          `  SHA-256 au dépôt : ${digest}`,
          ...(again
            ? [
                `  SHA-256 relue à la remise : ${again.digest}`,
                `  SHA-512 relue à la remise : ${again.digest512}`,
              ]
            : []),
        ]),
        '',
      ]
