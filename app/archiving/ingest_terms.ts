import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import type { IngestTerms } from './formats/ingest/agreement.js'
import { officialSchema } from './gateways/official_schemas.js'
import EntryAgreement from './models/entry_agreement.js'
import RetentionRule from './models/retention_rule.js'
import { categoriesOfRule } from './rules/known_rules.js'

/** What our archive admits from the tenant in context. */
export async function termsOfTheArchive(): Promise<IngestTerms> {
  const tenant = (await tenants.byId(tenancy.tenantId()))!
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
    categoriesOfRule: (rule) => categoriesOfRule(rule, own),
    validate: (version, manifest) =>
      officialSchema(version)?.validate(manifest, { maxDepth: 200 }) ?? null,
  }
}
