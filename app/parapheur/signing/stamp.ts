import { type DateTime } from 'luxon'
import type { Appearance } from '#lib/signature'

interface Signatory {
  name: string
  title: string | null
  onBehalfOf: string | null
}

/** The mark of a person on the page: who, in what quality, in whose absence, when. */
export function personalStamp({ name, title, onBehalfOf }: Signatory, at: DateTime): Appearance {
  const absence = onBehalfOf ? `en l’absence de ${onBehalfOf}` : null
  const details = [title, absence, moment(at)].filter((line) => line !== null)
  return { kind: 'stamp', text: { title: 'Signé électroniquement par', name, details } }
}

/** The mark of a collectivite. */
export function sealStamp(name: string, at: DateTime): Appearance {
  return { kind: 'stamp', text: { title: 'Cachet électronique de', name, details: [moment(at)] } }
}

function moment(at: DateTime): string {
  const local = at.setZone('Europe/Paris').setLocale('fr')
  const day = local.day === 1 ? '1er' : String(local.day)
  return `le ${day} ${local.toFormat("LLLL yyyy 'à' H")}\u202fh\u202f${local.toFormat('mm')}`
}
