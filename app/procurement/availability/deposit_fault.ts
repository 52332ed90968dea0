import { DepositFaultSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'

/** A fault of ours while somebody deposited: what a buyer must not learn to have been hers. */
export default class DepositFault extends TenantModel(DepositFaultSchema) {
  static table = 'procurement.deposit_faults'
}

/** Keeps one, in the transaction in context. */
export const noteFault = (fault: {
  consultationId: string
  pliId: string | null
  gesture: string
  status: number
}): Promise<DepositFault> => DepositFault.create({ ...fault, at: clock.now() })
