import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { accessLabel, ACCESS_CODES } from '../rules/access_codes.js'
import { finalActionLabel, FINAL_ACTION_CHOICES } from '../rules/retention.js'
import { durationLabel } from '../rules/retention_end.js'
import DocumentType from '../types/document_type.js'
import { giveUsualTypes } from '../types/usual_types.js'

/** The types of documents of a member, with what becomes of each. */
export async function typesScreen({ tenant, allows }: HttpContext) {
  await giveUsualTypes()
  const types = await DocumentType.inOrder()
  return {
    types: types.map(({ label, retentionRule, finalAction, accessCode }) => ({
      label,
      duration: retentionRule ? durationLabel(retentionRule) : null,
      finalAction: finalAction && finalActionLabel(finalAction),
      access: accessLabel(accessCode),
    })),
    finalActions: FINAL_ACTION_CHOICES,
    accessCodes: ACCESS_CODES.map(({ code, words }) => ({
      value: code,
      label: `${code} : ${words}`,
    })),
    tells: allows('ged.open') ? here('ged.types.store', { tenant }) : null,
    crumbs: [
      { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
      { label: 'Types de documents' },
    ],
  }
}
