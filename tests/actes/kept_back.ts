import { createHash } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { publications } from '#web/verification/publications'
import { publish } from '#app/actes/jobs/publish'
import type Acte from '#app/actes/models/acte'
import Annexe from '#app/actes/models/annexe'
import { fromDay } from '#app/actes/models/days'
import { change, PDF, reload, signedActe } from './room.js'

export const NAME = 'Rozenn Kerdoncuff'

/** An acte of a kind that the law keeps back, as the acknowledgement of the prefecture leaves it. */
export async function received(kervalan: Tenant, changes: object = {}): Promise<Acte> {
  const acte = await signedActe(kervalan, {
    natureCode: 3,
    matiere: '4.1',
    objet: `Nomination de ${NAME}`,
    withheld: false,
    ...changes,
  } as never)
  await change(kervalan, acte.id, async (fresh) => {
    await fresh.step('transmit', SYSTEM)
    fresh.identifier = `035-${kervalan.siren}-20261120-${fresh.numero}-AI`
    fresh.receivedOn = fromDay(LocalDate.parse('2026-11-22'))
    await fresh.step('acknowledge', SYSTEM)
    const document = await documents.store(PDF, { name: 'fiche-kerdoncuff.pdf' })
    await Annexe.create({
      acteId: fresh.id,
      documentId: document.id,
      position: 1,
      typePj: '99_AI',
    })
  })
  await tenancy.run(kervalan.id, () => publish(acte.id))
  return reload(kervalan, acte)
}

/** Neither the acte nor a word of it, at any public address. */
export async function assertNothingShown(client: ApiClient, acte: Acte, names = [NAME]) {
  const base = '/p/kervalan/actes'
  for (const path of ['', '/acte.pdf', '/acte-signe.pdf', '/annexes/1']) {
    const response = await client.get(`${base}/${acte.id}${path}`)
    response.assertStatus(404)
    for (const name of [...names, acte.objet]) response.assert!.notInclude(response.text(), name)
  }
  for (const url of [base, `${base}?q=Nomination`, `${base}?nature=3`, `${base}/fil.atom`]) {
    const response = await client.get(url)
    for (const name of [...names, acte.id]) {
      response.assert!.notInclude(response.text() || String(response.body()), name)
    }
  }
}

/** What the verification page knows of a document. */
export const announced = async (kervalan: Tenant, documentId: string | null) => {
  const bytes = await tenancy.run(kervalan.id, () => documents.read(documentId!))
  return publications.find(createHash('sha256').update(bytes).digest('hex'))
}
