import { FicheRevisionSchema } from '#database/schema/territory'
import type { Actor } from '#lib/proof'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'

/** What a field of a sheet was before somebody changed it. */
export default class FicheRevision extends TenantModel(FicheRevisionSchema) {
  static table = 'territory.fiche_revisions'

  /** Keeps the previous value; a change that changes nothing leaves no trace. */
  static async keep(
    ficheId: string,
    field: string,
    change: { before: string | null; after: string | null },
    by: Actor
  ): Promise<boolean> {
    if ((change.before ?? '') === (change.after ?? '')) return false
    await this.create({
      ficheId,
      field,
      ...change,
      actorKind: by.kind,
      actorId: by.id ?? null,
      at: clock.now(),
    })
    return true
  }
}
