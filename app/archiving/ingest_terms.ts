import { archivingConfig } from '#config/archiving'
import { tenants } from '#kernel/tenant'
import type { WrittenTerms } from './gateways/check_package_step.js'
import EntryAgreement from './models/entry_agreement.js'
import RetentionRule from './models/retention_rule.js'

/** What our archive admits from the tenant in context. */
export async function termsOfTheArchive(): Promise<WrittenTerms> {
  const tenant = await tenants.current()
  const agreements = await EntryAgreement.all()
  const own = await RetentionRule.all()
  return {
    agreements: new Map(
      agreements.map(({ identifier, active, archivalProfile }) => [
        identifier,
        { active, profiles: [archivalProfile], masterRequired: true, attachments: false },
      ])
    ),
    agencies: new Set([tenant.siren]),
    ownRules: own.map(({ category, code }) => ({ category, code })),
    schemasDir: archivingConfig.schemasDir,
  }
}
