import type { Tree } from './tree.js'

/**
 * Where an action says why it need not tell what its reader saw (decision 0040), or by what it
 * compares it: in its own body.
 */
const SAYS_WHY = /^\s+\/\/ Compared with [^:\n]+: \S+/m

const FORM = /\.(?:post|put|patch)\(\s*'[^']*',\s*\[\s*(?:[\w]+\.)*(\w+),\s*'(\w+)',?\s*\]/g

/** The routes that receive a form: their controllers and actions, as the routes' files write them. */
export const formsOf = (tree: Tree) =>
  tree.files
    .filter((file) => /^app\/.*routes\.ts$/.test(file))
    .flatMap((file) =>
      [...tree.read(file).matchAll(FORM)].map(([, controller, action]) => ({
        file,
        name: `${controller}.${action}`,
        controller,
        action,
      }))
    )

/** Forms that neither compare what their reader saw nor say why they need not. */
export function unguardedForms(tree: Tree): string[] {
  const guards = guardsIn(tree)
  return formsOf(tree).flatMap(({ file, name, controller, action }) => {
    const folder = file.slice(0, file.lastIndexOf('/'))
    const end = `/${snake(controller)}_controller.ts`
    const path = tree.files.find((one) => one.startsWith(`${folder}/`) && one.endsWith(end))
    const body = path && actionIn(tree.read(path), action)
    if (!body) return [`${file}: ${name} is not found`]
    return callsOne(body, guards) || SAYS_WHY.test(body)
      ? []
      : [`${file}: ${name} does not compare what was seen`]
  })
}

/** The functions that end in a comparison, directly or by those that they call. */
function guardsIn(tree: Tree): Set<string> {
  const guards = new Set(['mustBeCurrent', 'receiveForm'])
  const functions = tree.files
    .filter((file) => /^app\/.*\.ts$/.test(file))
    .flatMap((file) =>
      tree
        .read(file)
        .split(/^(?=(?:export )?(?:async )?function )/m)
        .slice(1)
    )
  for (let before = 0; before !== guards.size;) {
    before = guards.size
    for (const text of functions) {
      const [, name] = /function (\w+)/.exec(text)!
      if (callsOne(text.slice(text.indexOf('(')), guards)) guards.add(name)
    }
  }
  return guards
}

const callsOne = (text: string, names: Set<string>) =>
  [...text.matchAll(/\b(\w+)\(/g)].some(([, name]) => names.has(name))

const actionIn = (text: string, action: string) =>
  text
    .split(/^(?= {2}(?:async )?\w+\()/m)
    .find((part) => RegExp(`^ +(async )?${action}\\(`).test(part))

const snake = (name: string) => name.replace(/(?!^)[A-Z]/g, (one) => `_${one}`).toLowerCase()
