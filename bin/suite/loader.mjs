/**
 * Runs our TypeScript as `@poppinss/ts-exec` does, in the thread that asks and from what it kept: a
 * runner starts some thousand modules, and neither compiles again what it has compiled once nor asks
 * another thread where each of them is.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import module, { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const tsExec = createRequire(import.meta.url).resolve('@poppinss/ts-exec')
/** Beside the packages, so that it goes with them, and a second house on the same ones has it too. */
const KEPT = path.join(import.meta.dirname, '../../node_modules/.cache/halle-ts')
/** What tsconfig.json says to ts-exec, which gives it to swc. */
const SETTINGS = {
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'esnext',
    externalHelpers: false,
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { decoratorMetadata: true, legacyDecorator: true, useDefineForClassFields: true },
    experimental: { keepImportAttributes: true },
    keepClassNames: true,
  },
}
const LOCK = path.join(import.meta.dirname, '../../package-lock.json')
const salt = createHash('sha256').update(fs.readFileSync(LOCK)).update(JSON.stringify(SETTINGS))

/** Loaded for the first file that was not kept. */
let swc

function compile(filename, source) {
  swc ??= createRequire(tsExec)('@swc/core')
  const { code, map } = swc.transformSync(source, { filename, ...SETTINGS })
  const url = `data:application/json;base64,${Buffer.from(map).toString('base64')}`
  return `${code}\n\n//# sourceMappingURL=${url}`
}

function compiled(filename) {
  const source = fs.readFileSync(filename, 'utf8')
  const name = salt.copy().update(path.relative(process.cwd(), filename)).update('\0').update(source).digest('hex')
  const kept = path.join(KEPT, name)
  try {
    return fs.readFileSync(kept, 'utf8')
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  const output = compile(filename, source)
  fs.mkdirSync(KEPT, { recursive: true })
  // Whole or not at all: another runner may be reading it.
  const draft = `${kept}.${process.pid}`
  fs.writeFileSync(draft, output)
  fs.renameSync(draft, kept)
  return output
}

const isOurs = (url) => url?.startsWith('file:') && !url.includes('/node_modules/')

module.registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context)
    } catch (error) {
      const { code, url } = error
      if (code !== 'ERR_MODULE_NOT_FOUND' || !isOurs(url) || !/\.m?js(\?|$)/.test(url)) throw error
      return next(url.replace(/\.(m?)js(?=\?|$)/, '.$1ts'), context)
    }
  },
  load(url, context, next) {
    const [address] = url.split('?')
    if (!isOurs(address) || !/\.m?ts$/.test(address)) return next(url, context)
    return { format: 'module', source: compiled(fileURLToPath(address)), shortCircuit: true }
  },
})
process.setSourceMapsEnabled(true)
