import type { Actor } from '#kernel/actor'
import { tenants } from '#kernel/tenant'
import { relative } from '#web/dates'
import { lastNudge, mayNudge, nudge } from '#web/messages/nudge'
import { isSigningUnderWay } from '../signing/ceremonies.js'
import Folder from '../models/folder.js'
import { currentStep } from './act.js'
import { mandateOn } from './people.js'

const thingOf = ({ id }: Folder) => ({ capability: 'parapheur', id })

/** Tells whom a folder waits for that it does; throws what `nudge` throws. */
export async function nudgeFolder(id: string, by: Actor): Promise<number> {
  return nudge(thingOf(await Folder.get(id)), by)
}

/** The same, by the id of the folder, for the room that opened it. */
export async function nudgingOfFolder(id: string, userId: string): Promise<Nudging | null> {
  return nudgingOf(await Folder.get(id), userId)
}

/** What a person who waits may do about it: nudge, or read when somebody did. */
export interface Nudging {
  /** Where the nudge is posted. */
  action: string
  mayNudge: boolean
  /** « Relance envoyée hier à 9 h » */
  said: string | null
}

/** For somebody who waits; null when nobody is waited for, or she herself. */
export async function nudgingOf(folder: Folder, userId: string): Promise<Nudging | null> {
  const step = await currentStep(folder)
  if (!step?.deskId || (await isSigningUnderWay(step))) return null
  if (await mandateOn(step, userId)) return null
  const last = await lastNudge(thingOf(folder))
  const { slug } = await tenants.current()
  return {
    action: `/c/${slug}/parapheur/dossiers/${folder.id}/relance`,
    mayNudge: await mayNudge(last),
    said: last && `Relance faite ${relative(last)}`,
  }
}
