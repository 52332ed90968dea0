import db from '@adonisjs/lucid/services/db'
import User from '#kernel/people/user'
import Membership from '#kernel/people/membership'
import type { Role } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'

/** The small world of the tests: the territory of Landréval and those who work there. */
const PLACES = {
  'kervalan': { siren: '213509011', name: 'Commune de Kervalan', kind: 'commune', nature: '31' },
  'saint-orven': {
    siren: '213509029',
    name: 'Commune de Saint-Orven',
    kind: 'commune',
    nature: '31',
  },
  // Where nobody conducts a project: nothing else may be done there.
  'tregoat': { siren: '217597004', name: 'Commune de Trégoat', kind: 'commune', nature: '31' },
  'landreval': {
    siren: '243590015',
    name: 'Communauté de communes du Pays de Landréval',
    kind: 'epci',
    nature: '44',
  },
}

export type Place = keyof typeof PLACES

/** The tenant of a place, made when it is not there. */
export async function place(slug: Place): Promise<Tenant> {
  const { siren, name, kind, nature } = PLACES[slug]
  await (tenancy.current()?.trx ?? db.connection('app')).rawQuery(
    `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code, public_since)
     values (?, ?, ?, ?, ?, '035', '1', ?, now()) on conflict do nothing`,
    [uuidv7(), slug, siren, name, kind, nature]
  )
  tenants.forget()
  return (await tenants.bySlug(slug))!
}

/** A new person with roles in some places; her password is « mot de passe de test ». */
export async function person(
  fullName: string,
  roles: Partial<Record<Place, Role[]>>,
  title: string | null = null
): Promise<User> {
  const email = `${fullName
    .normalize('NFD')
    .replace(/[^a-zA-Z]+/g, '.')
    .toLowerCase()}.${uuidv7().slice(-12)}@exemple.test`
  const user = await User.create(
    { fullName, email, password: 'mot de passe de test', isOperator: false },
    { client: tenancy.current()?.trx }
  )
  for (const [slug, held] of Object.entries(roles)) {
    const tenant = await place(slug as Place)
    await tenancy.run(tenant.id, () =>
      Membership.create({ userId: user.id, roles: held, title, state: 'active' })
    )
  }
  return user
}
