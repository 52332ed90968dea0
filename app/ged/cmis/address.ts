import { attempt } from '#lib/attempt'
import { isUnreadable } from '#web'
import { NoSuchObject } from './errors.js'

export const BINDINGS = ['browser', 'atom'] as const
export type Binding = (typeof BINDINGS)[number]

/** Where a program points: `/cmis/<binding>/<member>[/<space>[/<part>/<names…>]]`. */
export interface CmisAddress {
  binding: Binding
  tenant: string
  /** Null at the list of the repositories. */
  space: string | null
  /** `root` where a path from the root of the space follows; a part of the binding otherwise. */
  part: string | null
  names: string[]
}

/** Reads the path of a URL, each of its names decoded once. @throws objectNotFound */
export function cmisAddressOf(url: string): CmisAddress {
  const path = url.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/i, '')
  const [, , binding, ...parts] = path.split('/')
  const [tenant, space, part, ...names] = parts.filter((one) => one !== '').map(decoded)
  if (!isBinding(binding) || !tenant) throw NoSuchObject()
  return { binding, tenant, space: space ?? null, part: part ?? null, names }
}

const isBinding = (text: string | undefined): text is Binding =>
  (BINDINGS as readonly (string | undefined)[]).includes(text)

function decoded(name: string): string {
  const text = attempt(() => decodeURIComponent(name))
  if (text === null || isUnreadable(text)) throw NoSuchObject()
  return text
}

/** The names of a path as CMIS writes it, « /Voirie/2026 ». */
export const namesIn = (path: string): string[] => path.split('/').filter((name) => name !== '')
