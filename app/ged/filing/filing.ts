import { FilingSchema } from '#database/schema/ged'
import { TenantModel, tenancy } from '#kernel/tenancy'

/** A dossier of a room. */
export interface DossierRef {
  room: string
  id: string
}

/** The paper of a dossier that is the dossier itself: its folder. */
export const WHOLE = ''

/** What a folder or a document of the closed dossiers is of. */
export default class Filing extends TenantModel(FilingSchema) {
  static table = 'ged.filings'

  /** Those of a dossier, its folder too. */
  static of({ room, id }: DossierRef): Promise<Filing[]> {
    return this.query().where({ room, dossier_id: id })
  }

  /** What a node is of; null for what nobody but people filed. */
  static ofNode(nodeId: string): Promise<Filing | null> {
    return this.query().where('node_id', nodeId).first()
  }

  static async note({ room, id }: DossierRef, paper: string, nodeId: string): Promise<void> {
    const row = { tenant_id: tenancy.tenantId(), room, dossier_id: id, paper, node_id: nodeId }
    await tenancy.trx().insertQuery().table('ged.filings').insert(row)
  }

  static async forget(nodeId: string): Promise<void> {
    const rows = tenancy.trx().from('ged.filings')
    await rows.where({ tenant_id: tenancy.tenantId(), node_id: nodeId }).delete()
  }

  /** Keeps others from filing a dossier until the end of the transaction. */
  static async hold({ room, id }: DossierRef): Promise<void> {
    await tenancy
      .trx()
      .rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `filing of ${tenancy.tenantId()}/${room}/${id}`,
      ])
  }
}
