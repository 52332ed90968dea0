import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileCommand, RuleCommand } from '#lib/rule_command'

const APP = join(import.meta.dirname, '..', '..', 'app')

/**
 * The offline command of that name (`outsiders:check`), from the folder of app/ that has its file; null
 * when no folder has one.
 */
export async function ruleCommand(name = ''): Promise<RuleCommand | FileCommand | null> {
  if (!/^[a-z]+:[a-z-]+$/.test(name)) return null
  const file = name.replace(/[:-]/g, '_')
  const paths = readdirSync(APP).flatMap((folder) =>
    ['ts', 'js'].map((extension) => join(APP, folder, 'rule_commands', `${file}.${extension}`))
  )
  const path = paths.find((one) => existsSync(one))
  return path ? (await import(pathToFileURL(path).href)).default : null
}
