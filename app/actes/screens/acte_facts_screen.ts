import type { HttpContext } from '@adonisjs/core/http'
import { depositLink, depositOf } from '#rooms/archiving'
import { day } from '#web/dates'
import type Acte from '../models/acte.js'
import ClassificationVersion from '../models/classification_version.js'
import { toDay } from '../models/days.js'
import { matiereLabels } from '../rules/classification.js'
import { receiptInWords } from './receipt_screen.js'

function paperWords({ paperToo, paperPostedOn }: Acte): string | undefined {
  if (!paperToo) return undefined
  return paperPostedOn
    ? `Postés le ${day(toDay(paperPostedOn)!)}`
    : 'Annoncés à la préfecture, pas encore postés'
}

/** What the page of an acte says of it, line by line; a line without value is not shown. */
export async function factsOf(acte: Acte, reader: Pick<HttpContext, 'tenant' | 'allows'>) {
  const version = await ClassificationVersion.latest()
  const labels = version && acte.matiere ? matiereLabels(version.content, acte.matiere) : []
  const deposit = await depositOf({ capability: 'actes', id: acte.id })
  const archives = deposit && depositLink(deposit, reader)
  const on = (stored: Acte['decisionDate']) => stored && day(toDay(stored)!)
  return [
    { name: 'Objet', value: acte.objet },
    { name: 'Nature', value: acte.nature?.label },
    { name: 'Matière', value: acte.matiere && [acte.matiere, labels.join(', ')].join(' ') },
    { name: 'Décision du', value: on(acte.decisionDate) },
    { name: 'Identifiant', value: acte.identifier, mono: true },
    { name: 'Reçu en préfecture le', value: on(acte.receivedOn) },
    { name: 'Accusé de réception', value: await receiptInWords(acte) },
    {
      name: 'Publié le',
      value: on(acte.publishedOn),
      href: acte.publicForm === 'none' ? undefined : `/p/${reader.tenant.slug}/actes/${acte.id}`,
    },
    { name: 'Documents papier', value: paperWords(acte) },
    {
      name: 'Archives',
      value: archives?.label ?? (deposit && 'Versement demandé'),
      href: archives?.href,
    },
    {
      name: 'Anomalie',
      value:
        acte.state === 'anomaly'
          ? `${acte.anomalyCode ?? ''} ${acte.anomalyDetail ?? ''}`
          : undefined,
    },
  ]
}
