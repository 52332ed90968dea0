import type { DateTime } from 'luxon'
import type { Meaning } from '#lib/meaning'
import { NATURES, type NatureName } from './choices.js'

/** The life of a saved search: it tells nothing before its address has answered. */
export const ALERT_LIFECYCLE = {
  waiting: { confirm: 'living' },
  living: { finish: 'done' },
  done: {},
} as const
export type AlertState = keyof typeof ALERT_LIFECYCLE

export const ALERT_STATES: Record<AlertState, { label: string; meaning: Meaning }> = {
  waiting: { label: 'À confirmer', meaning: 'waiting' },
  living: { label: 'En cours', meaning: 'doing' },
  done: { label: 'Terminée', meaning: 'done' },
}

/** When somebody is told of what is new. */
export const PACES = {
  at_once: 'Aussitôt',
  daily: 'Chaque matin',
  weekly: 'Chaque lundi',
  once: 'Une seule fois, à la première',
} as const
export type Pace = keyof typeof PACES

/** What is looked for; each is optional, and all hold together. */
export interface Criteria {
  /** A code, or the beginning of one. */
  cpv?: string
  /** Words, all of which are there. */
  q?: string
  departement?: string
  /** The short name of one member. */
  buyer?: string
  nature?: NatureName
}

const AT_ONCE_MINUTES = 5
const MORNING = { hour: 7, minute: 0, second: 0, millisecond: 0 }

/** When it is looked at next. */
export function nextLook(pace: Pace, now: DateTime): DateTime {
  if (pace === 'at_once' || pace === 'once') return now.plus({ minutes: AT_ONCE_MINUTES })
  const local = now.setZone('Europe/Paris')
  const morning = local.set(MORNING)
  const next = morning > local ? morning : morning.plus({ days: 1 })
  return pace === 'daily' ? next : next.plus({ days: (8 - next.weekday) % 7 })
}

/** What is looked for, in words. */
export function criteriaWords({ cpv, q, departement, buyer, nature }: Criteria): string {
  const said = [
    q && `les mots « ${q} »`,
    cpv && `le code CPV ${cpv}`,
    departement && `le département ${departement}`,
    nature && NATURES[nature].toLowerCase(),
    buyer && `l’acheteur ${buyer}`,
  ].filter(Boolean)
  return said.length > 0 ? said.join(', ') : 'toutes les consultations'
}

/** The same as an address says it: what the feeds and the list of programs read. */
export const criteriaQuery = (criteria: Criteria): string =>
  new URLSearchParams(
    Object.entries(criteria).filter((one): one is [string, string] => Boolean(one[1]))
  ).toString()
