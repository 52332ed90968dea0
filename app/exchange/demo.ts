import { membersHere } from '#identity'
import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import Exchange from './models/exchange.js'
import { addFile } from './sending/add_file.js'
import { prepare } from './sending/prepare.js'

const DAYS = 15
const SURVEYOR = 'geometre@exemple.test'
const NOTE = 'Le préau mesure 12 mètres sur 8 ; la cour reste ouverte pendant les travaux.\n'

/** Gives a commune of the demonstration an envoi that waits to be taken, and a demande. */
export async function seedDemo(tenant: Tenant): Promise<string[]> {
  if (tenant.kind !== 'commune') return []
  return tenancy.run(tenant.id, async () => {
    const agent = (await membersHere()).find(({ roles }) => roles.includes('agent'))
    if (!agent || (await Exchange.query().first())) return []
    const by = person(agent.userId)
    const until = clock.now().plus({ days: DAYS }).toISODate()!
    const asked = { recipients: SURVEYOR, until }
    const sent = await prepare(
      { ...asked, kind: 'send', title: 'Plans du préau de l’école', replies: true },
      by
    )
    const note = await documents.store(Buffer.from(NOTE), { name: 'note-du-preau.txt' })
    await addFile(note, { exchangeId: sent.id, recipientId: null })
    const demande = await prepare({ ...asked, kind: 'ask', title: 'Relevés du géomètre' }, by)
    for (const { id } of [sent, demande]) await (await Exchange.hold(id)).open(by)
    return ['Échanges : un envoi et une demande à un géomètre.']
  })
}
