import { allRooms } from '#kernel/room'
import type { Setting } from '#kernel/settings'
import { tenants, type Tenant } from '#kernel/tenant'

/** How often a member recalls what waits, and how soon somebody may nudge again. */
export interface Rhythm {
  recallDays: number
  nudgeHours: number
}

/** Of the fewest days after which a member may recall: where nothing is older, nobody is asked. */
export const LEAST_RECALL_DAYS = 2
const BOUNDS = { recallDays: [LEAST_RECALL_DAYS, 60], nudgeHours: [4, 336] } as const

const between =
  ([least, most]: readonly [number, number], what: string) =>
  (text: string) => {
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    return number >= least && number <= most
      ? null
      : `Écrivez un nombre entier de ${what}, de ${least} à ${most}.`
  }

/** The fields of the room whose settings these are: it spreads them among its own. */
export const RHYTHM_SETTINGS = {
  recallDays: {
    default: '7',
    label: 'Rappeler par courriel ce qui attend, tous les combien de jours',
    help: 'De 2 à 60. Chacun le reçoit à son rythme, ou pas du tout.',
    kind: 'text',
    check: between(BOUNDS.recallDays, 'jours'),
  },
  nudgeHours: {
    default: '24',
    label: 'Relancer de nouveau après combien d’heures',
    help: 'De 4 à 336, pour un même dossier.',
    kind: 'text',
    check: between(BOUNDS.nudgeHours, 'heures'),
  },
} satisfies Record<keyof Rhythm, Setting>

/** The rhythm of the tenant in context: seven days and a day where nothing else was decided. */
export async function rhythmHere(): Promise<Rhythm> {
  const tenant = await tenants.current()
  const known = allRooms().find(({ settings }) => settings && 'recallDays' in settings)
  const said = known ? tenant.settings[known.name] : undefined
  return { recallDays: read('recallDays', said), nudgeHours: read('nudgeHours', said) }
}

/** What was kept before the bounds changed is brought within them. */
function read(name: keyof Rhythm, said: Tenant['settings'][string] | undefined): number {
  const [least, most] = BOUNDS[name]
  const number = Number(said?.[name] || RHYTHM_SETTINGS[name].default)
  return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : least
}
