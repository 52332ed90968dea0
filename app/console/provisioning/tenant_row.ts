import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { tenantOf, type Tenant } from '#kernel/tenant'
import { DepartementCode, Siren } from '#lib/values'
import type { Blueprint } from '#kernel/blueprint'
import type { Changes } from './changes.js'
import { BadSlug, MemberNameMissing, SlugTaken } from './errors.js'
import type { Member } from './member.js'
import { completedSettings } from './settings.js'

const ACCENT = '#2f5871'

/** Refuses a description that no member could have; returns it in the form that is kept. */
export function checkedMember(member: Member): Member {
  const siren = String(Siren.parse(member.siren))
  if (!member.name.trim() || !member.departement) throw new MemberNameMissing().at('name')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(member.slug)) throw new BadSlug(member.slug).at('slug')
  const departement = String(DepartementCode.parse(member.departement))
  return { ...member, siren, departement, name: member.name.trim() }
}

/** Makes sure of the row of a member in the catalogue, in the transaction in context. */
export async function ensureTenantRow(
  member: Member,
  blueprint: Blueprint,
  changes: Changes
): Promise<Tenant> {
  const trx = tenancy.trx()
  const known = await trx.from('kernel.tenants').where('siren', member.siren).forUpdate().first()
  const settings = completedSettings(known?.settings ?? {}, member, blueprint, changes)
  if (known) {
    if (JSON.stringify(settings) !== JSON.stringify(known.settings)) {
      await trx
        .from('kernel.tenants')
        .where('id', known.id)
        .update({ settings: JSON.stringify(settings) })
    }
    return tenantOf({ ...known, settings })
  }
  if (await trx.from('kernel.tenants').where('slug', member.slug).first()) {
    throw new SlugTaken(member.slug).at('slug')
  }
  const row = {
    id: tenancy.tenantId(),
    slug: member.slug,
    siren: member.siren,
    name: member.name,
    kind: blueprint.kind,
    departement: member.departement,
    arrondissement: member.arrondissement,
    nature_code: member.natureCode ?? blueprint.natureCode,
    accent: member.accent ?? ACCENT,
    state: 'active',
    public_since: member.isPublic ? clock.now().toJSDate() : null,
  }
  await trx
    .insertQuery()
    .table('kernel.tenants')
    .insert({ ...row, settings: JSON.stringify(settings) })
  changes.sentences.unshift(
    `Membre créé : ${member.name} (${member.siren}), adresse « ${member.slug} ».`
  )
  return tenantOf({ ...row, settings })
}
