import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import type { Step } from './paths.js'
import type Space from '../spaces/space.js'

/** The way from the list of spaces to something; the last step is where one is. */
export function crumbsTo(tenant: Tenant, { slug, name, kind }: Space, way: Step[]) {
  const space = {
    label: kind === 'personal' ? 'Mon espace' : name,
    href: here('ged.spaces.show', { tenant, slug }),
  }
  const steps = way.map(({ id, name: label }) => ({
    label,
    href: here('ged.folders.show', { tenant, id }),
  }))
  const all = [{ label: 'Documents', href: here('ged.spaces.index', { tenant }) }, space, ...steps]
  return all.map((crumb, rank) => (rank === all.length - 1 ? { label: crumb.label } : crumb))
}
