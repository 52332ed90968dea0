import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeBuffer, openBuffer, readBuffer, xmlRegisterInputProvider } from 'libxml2-wasm'
import { W3C_SCHEMAS } from './w3c_schemas.js'

// Set while a schema is being loaded: at any other time libxml2 may open nothing at all.
let folderOfMainSchema: string | null = null
let registered = false

/** Runs a schema load during which imports are found next to the main schema, never on a network. */
export function withSchemaFiles<T>(mainXsdPath: string, load: () => T): T {
  if (!registered) registered = xmlRegisterInputProvider(provider)
  folderOfMainSchema = dirname(mainXsdPath)
  try {
    return load()
  } finally {
    folderOfMainSchema = null
  }
}

const provider = {
  match: (location: string) => find(location) !== null,
  open: (location: string) => {
    const bytes = find(location)
    return bytes ? openBuffer(bytes) : undefined
  },
  read: readBuffer,
  close: (descriptor: number) => {
    closeBuffer(descriptor)
    return true
  },
}

function find(location: string): Buffer | null {
  if (folderOfMainSchema === null || !location.endsWith('.xsd')) return null
  const path = location.startsWith('file:') ? fileURLToPath(location) : location
  if (!/^[a-z]+:\/\//.test(path)) {
    if (existsSync(path)) return readFileSync(path)
  } else {
    const sibling = join(folderOfMainSchema, basename(path))
    if (existsSync(sibling)) return readFileSync(sibling)
  }
  return W3C_SCHEMAS[basename(path)] ?? null
}
