import db from '@adonisjs/lucid/services/db'
import { person as personActor } from '#kernel/actor'
import { documents } from '#kernel/documents'
import Membership from '#kernel/people/membership'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { openFolder, provisionParapheur } from '#rooms/parapheur'
import type { Role } from '#kernel/room'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import commune from '../../tenants/blueprints/commune.js'
import { someSiren } from '#tests/helpers/siren'

export interface TownHall {
  tenant: Tenant
  base: string
  agent: User
  secretary: User
  mayor: User
  /** Opens a folder with one document to sign and one annex; returns its id. */
  open(options?: {
    circuit?: string
    type?: string
    lines?: string[]
    origin?: string
    title?: string
  }): Promise<string>
  /** Runs something in the name of the collectivite. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/** A new commune with its three people, its desks and its circuits. */
export async function townHall(): Promise<TownHall> {
  const slug = `kervalan-${uuidv7().slice(-10)}`
  await db.connection('app').rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
     values (?, ?, ?, 'Commune de Kervalan', 'commune', '035', '1', '31')`,
    [uuidv7(), slug, someSiren()]
  )
  const tenant = (await tenants.bySlug(slug))!
  const run = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  await run(() => provisionParapheur(commune.parapheur))
  const agent = await member(tenant, 'Maëlle Le Goff', ['agent'], 'Agent administratif')
  const secretary = await member(
    tenant,
    'Yann Kerbrat',
    ['agent', 'administrator'],
    'Secrétaire général'
  )
  const mayor = await member(tenant, 'Soizic Madec', ['signatory'], 'Maire')
  return {
    tenant,
    run,
    agent,
    secretary,
    mayor,
    base: `/c/${slug}/parapheur`,
    open: ({
      circuit,
      type,
      lines = ['Délibération n° 3'],
      origin = uuidv7(),
      title = 'Délibération 2026-042',
    } = {}) =>
      run(async () => {
        const main = await documents.store(await samplePdf(lines), { name: 'deliberation.pdf' })
        const annex = await documents.store(await samplePdf(['Annexe']), { name: 'annexe.pdf' })
        const { folderId } = await openFolder({
          circuit,
          type,
          title,
          origin: { capability: 'actes', id: origin },
          by: personActor(agent.id),
          documents: [
            { documentId: main.id, toSign: true },
            { documentId: annex.id, toSign: false },
          ],
        })
        return folderId
      }),
  }
}

/** Somebody who works there. */
export async function member(
  tenant: Tenant,
  fullName: string,
  roles: Role[],
  title: string
): Promise<User> {
  const email = `${uuidv7()}@exemple.test`
  const user = await User.create({ fullName, email, isOperator: false })
  const membership = { userId: user.id, roles, title, state: 'active' }
  await tenancy.run(tenant.id, () => Membership.create(membership))
  return user
}
