import type { Room } from '#kernel/room'
import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { sealSetting } from '#web/setting_secrets'

type Values = Record<string, unknown>
type Problem = { field: string; message: string; rule: string }

/** A room's settings as the page of a member shows them. */
export function settingsForm(room: Room, member: Tenant) {
  const known = settingsOf(room, member)
  const fields = Object.entries(room.settings ?? {})
  return {
    room: room.name,
    label: room.settingsLabel ?? room.label,
    trial: room.settingsTrial?.label ?? null,
    fields: fields.map(([name, field]) => ({
      ...field,
      options: field.options?.(),
      name,
      ...shown(field, known[name]),
    })),
  }
}

function shown({ kind }: Setting, value: unknown) {
  // A secret is never shown, even encrypted.
  if (kind === 'secret') return { value: '', kept: Boolean(value) }
  if (kind === 'lines') return { value: ((value ?? []) as string[]).join('\n') }
  return { value }
}

/** Reads the form of a room's settings: what becomes of each, and what is wrong, at its field. */
export function readSettings(room: Room, typed: Values, known: Values) {
  const problems: Problem[] = []
  const values: Values = {}
  for (const [name, field] of Object.entries(room.settings ?? {})) {
    const refuse = (message: string) => problems.push({ field: name, message, rule: 'setting' })
    values[name] = readOne(field, typed[name], known[name] ?? field.default, refuse)
  }
  return { values, problems }
}

function readOne(
  field: Setting,
  given: unknown,
  known: unknown,
  refuse: (message: string) => void
): unknown {
  const text = typeof given === 'string' ? given.trim() : ''
  const check = (one: string) => {
    const problem = one === '' ? null : (field.check?.(one) ?? null)
    if (problem) refuse(problem)
    return one
  }
  const offered = (field.options?.() ?? []).map(({ value }) => value)
  switch (field.kind) {
    case 'boolean':
      return text === 'true' || text === 'on'
    case 'choices': {
      const chosen = [given ?? []].flat().map(String)
      if (chosen.some((one) => !offered.includes(one))) refuse('Choisissez dans la liste.')
      return chosen
    }
    case 'choice':
      if (!offered.includes(text)) refuse('Choisissez dans la liste.')
      return text
    case 'lines':
      return text
        .split('\n')
        .map((line) => check(line.trim()))
        .filter(Boolean)
    case 'secret':
      return text === '' ? known : sealSetting(check(text))
    case 'text':
      if (text.length > 300) refuse('Écrivez au plus 300 caractères.')
      return check(text)
  }
}
