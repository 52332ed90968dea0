import { tenants } from '#kernel/tenant'
import type { AnsweredTransfer } from './formats/replies.js'
import type { SedaVersion } from './formats/seda_versions.js'
import type Deposit from './models/deposit.js'

/** What our archive repeats of a transfer when it answers. */
export async function answeredTransfer(
  deposit: Deposit
): Promise<{ version: SedaVersion; transfer: AnsweredTransfer }> {
  const tenant = await tenants.current()
  const { sedaVersion, archivalAgency } = deposit
  return {
    version: sedaVersion,
    transfer: {
      identifier: deposit.messageIdentifier,
      agreement: deposit.agreement,
      archivalAgency: { identifier: archivalAgency },
      transferringAgency: { identifier: tenant.siren },
    },
  }
}
