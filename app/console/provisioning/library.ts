import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import app from '@adonisjs/core/services/app'
import type { Blueprint } from '#kernel/blueprint'
import { UnknownBlueprint } from './errors.js'
import type { Member } from './member.js'

/** Reads the default export of each file of a folder of `tenants/`, in the order of their names. */
async function readFolder<T>(...folder: string[]): Promise<T[]> {
  const path = app.makePath('tenants', ...folder)
  if (!existsSync(path)) return []
  const files = readdirSync(path).filter((file) => /(?<!\.d)\.(ts|js)$/.test(file))
  const modules = await Promise.all(
    files.toSorted().map((file) => import(pathToFileURL(join(path, file)).href))
  )
  return modules.map((module) => module.default)
}

/** The kinds of members that the operator knows. */
export const blueprints = (): Promise<Blueprint[]> => readFolder('blueprints')

/** « Commune » by `commune`: what each kind is called. */
export const kindLabels = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await blueprints()).map(({ kind, label }) => [kind, label]))

/** The blueprint of a kind; throws E_BLUEPRINT_UNKNOWN. */
export async function blueprintOf(kind: string): Promise<Blueprint> {
  const all = await blueprints()
  const found = all.find((blueprint) => blueprint.kind === kind)
  if (!found) throw new UnknownBlueprint(kind, all.map((one) => one.kind).join(', ')).at('kind')
  return found
}

/** The members that the operator wrote down as reviewed text, and no demonstration. */
export const describedMembers = (): Promise<Member[]> => readFolder('members')

/** The fictional territory of the demonstration. */
export const demoMembers = (): Promise<Member[]> => readFolder('demo')
