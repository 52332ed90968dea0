import { saveSettings } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import type { SharedForm } from '#web/forms/shared_form'
import { asTyped, DAYS, hoursByDay, lineOf, rangesIn } from './rules/opening_hours.js'
import { portalSettings, SETTINGS, type PortalSettings } from './settings.js'

/** What a member says of itself on one line each; the hours of each day are fields of their own. */
const TEXTS = ['legalAddress', 'legalPhone', 'publicEmail', 'website', 'hoursNote'] as const
type Text = (typeof TEXTS)[number]
const LONGEST = 300

export const FIELDS = [...TEXTS, ...DAYS]

type Problem = { field: string; message: string; rule: string }

/** The form as it is recorded: texts, and « 9h-12h, 14h-17h30 » for each day. */
export function publicSideForm(tenant: Tenant) {
  const said = portalSettings(tenant)
  const hours = hoursByDay(said.openingHours)
  return { said, days: DAYS.map((day) => ({ day, hours: asTyped(hours.get(day) ?? []) })) }
}

/** Two people who administer may have it open. */
export function sharedPublicSide(tenant: Tenant): SharedForm {
  const said = portalSettings(tenant)
  const labels = [...TEXTS, 'openingHours' as const].map((name) => [name, SETTINGS[name].label])
  return {
    key: 'portal:cote-public',
    what: 'ces coordonnées',
    stored: Object.fromEntries(labels.map(([name]) => [name, said[name as keyof PortalSettings]])),
    labels: Object.fromEntries(labels),
  }
}

/** What becomes of the settings when the form says `typed`, or what is wrong, at its field. */
export function readPublicSide(typed: Record<string, unknown>) {
  const problems: Problem[] = []
  const refuse = (field: string, message: string) =>
    problems.push({ field, message, rule: 'setting' })
  const read = (field: string) => String(typed[field] ?? '').trim()
  const texts = Object.fromEntries(
    TEXTS.map((name) => {
      const text = read(name)
      const problem = text ? problemOf(name, text) : null
      if (problem) refuse(name, problem)
      return [name, text]
    })
  ) as Record<Text, string>
  const openingHours = DAYS.flatMap((day) => {
    const ranges = rangesIn(read(day).slice(0, LONGEST))
    if ('problem' in ranges) refuse(day, ranges.problem)
    else if (ranges.length > 0) return [lineOf(day, ranges)]
    return []
  })
  return { values: { ...texts, openingHours }, problems }
}

function problemOf(name: Text, text: string): string | null {
  if (text.length > LONGEST) return `Écrivez au plus ${LONGEST} caractères.`
  const setting = SETTINGS[name]
  return 'check' in setting ? setting.check(text) : null
}

/** Keeps them beside the other settings of the portal, of the tenant in context. */
export const savePublicSide = (tenant: Tenant, values: object): Promise<void> =>
  saveSettings('portal', { ...tenant.settings.portal, ...values })
