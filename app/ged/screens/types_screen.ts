import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { ACCESS_CHOICES, accessLabel } from '../rules/access_codes.js'
import type { Terms } from '../rules/closing_terms.js'
import { FINAL_ACTION_CHOICES, finalActionLabel } from '../rules/retention.js'
import { durationLabel } from '../rules/retention_end.js'
import { startOf, STARTING_TABLE } from '../rules/starting_table.js'
import { isUntold } from '../types/adopt_table.js'
import DocumentType from '../types/document_type.js'
import { giveUsualTypes } from '../types/usual_types.js'

/** The types of documents of a member, with what becomes of each; and what may be taken as a start. */
export async function typesScreen({ tenant, allows }: HttpContext) {
  await giveUsualTypes()
  const types = await DocumentType.inOrder()
  const [untold, told] = [types.filter(isUntold), types.filter((type) => !isUntold(type))]
  const mayTell = allows('ged.open')
  const labels = new Map(untold.map(({ code, label }) => [code, label]))
  const proposed = STARTING_TABLE.filter(({ code }) => labels.has(code))
  return {
    types: told.map((type) => ({
      label: type.label,
      from: type.retentionRule ? startOf(type.code) : null,
      ...inWords({ ...type, rule: type.retentionRule }),
    })),
    untold: untold.map(({ label }) => label),
    proposed: proposed.map((terms) => ({
      ...{ label: labels.get(terms.code), from: terms.from, source: terms.source },
      ...inWords(terms),
    })),
    adopts: mayTell && proposed.length > 0 ? here('ged.starting_tables.store', { tenant }) : null,
    finalActions: FINAL_ACTION_CHOICES,
    accessCodes: ACCESS_CHOICES,
    tells: mayTell ? here('ged.types.store', { tenant }) : null,
    eliminations: mayTell ? here('ged.eliminations.index', { tenant }) : null,
    crumbs: [
      { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
      { label: 'Types de documents' },
    ],
  }
}

const inWords = ({ rule, finalAction, accessCode }: Terms) => ({
  duration: rule ? durationLabel(rule) : null,
  finalAction: finalAction && finalActionLabel(finalAction),
  access: accessLabel(accessCode),
})
