import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backupConfig } from '#config/backup'
import { FILES_OF_SETTINGS, NOT_SAVED, writeBundle, type Bundle } from '#lib/backup/bundle'
import { putText, textOf, type Place } from '#lib/backup/place'
import { seal, sealName, type Lock } from '#lib/backup/sealed'

/** Puts the settings and the keys in the place, under their lock, unless they are there; returns their name. */
export async function keepKeys(place: Place, lock: Lock): Promise<string> {
  const content = writeBundle(await bundleOfHere())
  const name = `keys/${sealName(content, lock)}.json`
  if (!(await place.has(name))) {
    const text = seal(content, lock)
    await putText(place, name, text)
    if ((await textOf(place, name)) !== text) throw new Error(`${name} ne se relit pas`)
  }
  return name
}

async function bundleOfHere(): Promise<Bundle> {
  const settings = backupConfig.settings()
  for (const name of NOT_SAVED) delete settings[name]
  const named = FILES_OF_SETTINGS.filter((name) => settings[name] && existsSync(settings[name]))
  const files = await Promise.all(
    named.map(async (setting) => ({
      setting,
      path: settings[setting],
      content: await base64(settings[setting]),
    }))
  )
  return { settings, files, simulators: await inventedAuthorities() }
}

const base64 = async (path: string) => (await readFile(path)).toString('base64')

/** Without them nobody would sign any more in a demonstration that comes back elsewhere. */
async function inventedAuthorities(): Promise<Bundle['simulators']> {
  const { isDemo, simulatorsDir } = backupConfig
  const folder = isDemo && simulatorsDir ? join(simulatorsDir, 'pki') : null
  if (!folder || !existsSync(folder)) return []
  const names = (await readdir(folder)).toSorted()
  return Promise.all(
    names.map(async (name) => ({ path: `pki/${name}`, content: await base64(join(folder, name)) }))
  )
}
