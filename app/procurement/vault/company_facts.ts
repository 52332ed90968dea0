import { CompanyFactSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { jsonColumn } from '#kernel/tenancy/json_column'
import { behind, walled, WalledModel } from '#rooms/outsiders'
import type { CompanyFacts } from '../rules/company_facts.js'

/** What a company wrote of itself once, for all the tenders to come. */
export default class KeptFacts extends WalledModel(CompanyFactSchema) {
  static table = 'procurement.company_facts'
  static connection = 'app'

  @jsonColumn()
  declare facts: CompanyFacts
}

/** What an establishment has kept; its caller knows that who asks acts for it. Null when nothing is. */
export async function factsOf(establishmentId: string): Promise<CompanyFacts | null> {
  const kept = await behind({ establishments: [establishmentId] }, () =>
    KeptFacts.query(walled()).where({ establishmentId }).first()
  )
  return kept?.facts ?? null
}

/** Keeps them in the place of the former ones. */
export async function keepFacts(
  establishmentId: string,
  writtenBy: string,
  facts: CompanyFacts
): Promise<void> {
  await behind({ establishments: [establishmentId] }, () =>
    KeptFacts.updateOrCreate(
      { establishmentId },
      { facts, writtenBy, writtenAt: clock.now() },
      walled()
    )
  )
}
