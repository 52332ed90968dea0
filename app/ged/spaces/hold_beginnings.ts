import { tenancy } from '#kernel/tenancy'

/** Keeps others from giving a member what it begins with until the end of the transaction: each looks again after it. */
export const holdBeginnings = async (): Promise<void> =>
  void (await tenancy
    .trx()
    .rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `ged beginnings of ${tenancy.tenantId()}`,
    ]))
