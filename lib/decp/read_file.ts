import { repeatedNames } from '#lib/json/repeated_names'
import { XmlRejected } from '#lib/xml'
import { error, under, type DecpFinding } from './finding.js'
import { judgeShape } from './judge_shape.js'
import { isObject } from './value.js'
import { RECORDS } from './national_schema.js'
import { readXml } from './read_xml.js'

/** A file of essential data as JSON says it, and what reading it found; null when it is none. */
export function readDecpFile(bytes: Uint8Array): { file: unknown; findings: DecpFinding[] } | null {
  if (looksLikeXml(bytes)) {
    try {
      return readXml(bytes)
    } catch (thrown) {
      if (thrown instanceof XmlRejected) return null
      throw thrown
    }
  }
  try {
    // A mark at the start, as some programs write it, is no part of the text.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { file: JSON.parse(text), findings: repeatedNames(text).map(saidTwice) }
  } catch {
    return null
  }
}

const saidTwice = (steps: (string | number)[]): DecpFinding =>
  error(
    'duplicate',
    steps.reduce<string>(under, ''),
    `« ${steps.at(-1)} » est écrit deux fois dans le même objet : l’un des deux se perdrait.`
  )

/** `<` in the first bytes, a byte order mark and white space aside; JSON never begins so. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const skipped = [0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0d, 0x20]
  const first = bytes.subarray(0, 4_096).find((byte) => !skipped.includes(byte))
  return first === 0x3c
}

/** What the national schema says of a whole file. */
export function judgeFile(file: unknown): DecpFinding[] {
  if (!isObject(file)) return [error('type', '', 'Ce fichier devrait être un objet.')]
  if (!Object.hasOwn(file, 'marches')) return [error('missing', '', 'Il manque « marches ».')]
  const { marches } = file
  if (!isObject(marches)) return [error('type', '/marches', 'Cette valeur devrait être un objet.')]
  const kinds = Object.keys(RECORDS).filter((kind) => Object.hasOwn(marches, kind))
  if (kinds.length === 0)
    return [error('missing', '/marches', 'Il manque « marche » ou « contrat-concession ».')]
  return kinds.flatMap((kind) => {
    const path = under('/marches', kind)
    const records = marches[kind]
    if (!Array.isArray(records))
      return [error('type', path, 'Cette valeur devrait être une liste.')]
    return records.flatMap((record, index) => judgeShape(record, RECORDS[kind], under(path, index)))
  })
}
