import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineError } from '#lib/errors'
import { XmlRejected } from '#lib/xml'

/** What a file can do to whoever reads it. */
const Trick = defineError('E_TRICK', 'Ce fichier ne plaît pas.')

export const echo = (input: { bytes: Buffer; at: Date; list: Buffer[] }) => input

export const refuse = (): never => {
  throw new Trick().at('document')
}

export const refuseXml = (): never => {
  throw new XmlRejected('E_XML_DOCTYPE')
}

export function spin(): never {
  for (;;) Math.random()
}

export function fillObjects(): never {
  const kept: unknown[] = []
  for (;;) kept.push({ kept: [kept.length] })
}

export function fillBytes(): never {
  const kept: Uint8Array[] = []
  for (;;) if (kept.length < 100) kept.push(new Uint8Array(5_000_000).fill(1))
}

export const rest = () => sleep(300).then(() => 'read')

export const environment = () => Object.keys(process.env)

/** Holds its thread until somebody writes the file. */
export async function waitFor({ path }: { path: string }): Promise<void> {
  while (!existsSync(path)) await sleep(20)
}
