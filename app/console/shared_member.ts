import { settingsOf } from '#kernel/settings'
import { hasService, roomsOfChoice, type Room } from '#kernel/room'
import { seenIn, type SharedForm } from '#web/forms/shared_form'
import type { Tenant } from '#kernel/tenant'

const KEY = 'exploitation'

/** The forms of a member's page, which two operators may have open. */
export const sharedIdentity = ({
  id,
  name,
  accent,
  arrondissement,
  natureCode,
}: Tenant): SharedForm => ({
  key: `${KEY}:identite:${id}`,
  what: 'cette identité',
  stored: { name, accent, arrondissement, natureCode },
  labels: {
    name: 'Nom',
    accent: 'Couleur',
    arrondissement: 'Arrondissement',
    natureCode: 'Nature de la collectivité',
  },
})

export const sharedServices = (member: Tenant): SharedForm => ({
  key: `${KEY}:services:${member.id}`,
  what: 'ces services',
  stored: {
    services: roomsOfChoice()
      .filter(({ name }) => hasService(member, name))
      .map(({ label }) => label),
  },
  labels: { services: 'Services ouverts' },
})

/** A secret is compared and never shown. */
export function sharedSettings(member: Tenant, room: Room): SharedForm {
  const fields = Object.entries(room.settings ?? {})
  const shown = fields.filter(([, { kind }]) => kind !== 'secret')
  return {
    key: `${KEY}:reglages:${room.name}:${member.id}`,
    what: 'ces réglages',
    stored: settingsOf(room, member),
    labels: Object.fromEntries(shown.map(([name, { label }]) => [name, label])),
  }
}

/** What each form of the page puts in itself. */
export const seenBy = (form: SharedForm) => ({ form: form.key, seen: seenIn(form) })
