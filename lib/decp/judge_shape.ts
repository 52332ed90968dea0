import { error, under, type DecpFinding } from './finding.js'
import type { ObjectShape, Shape } from './shape.js'
import { isObject, writtenOnce, type Value } from './value.js'

/** What a value is not of its shape, one finding a failure. */
export function judgeShape(value: unknown, shape: Shape, path: string): DecpFinding[] {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string'
        ? judgeText(value, shape, path)
        : [wrongType(path, 'un texte')]
    case 'word':
      if (typeof value !== 'string') return [wrongType(path, 'un texte')]
      return shape.words.includes(value) ? [] : [unknownWord(value, shape.words, path)]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(path, 'vrai ou faux')]
    case 'number':
      return Number.isFinite(value)
        ? judgeNumber(value as number, shape, path)
        : [wrongType(path, 'un nombre')]
    case 'integer':
      return Number.isInteger(value)
        ? judgeNumber(value as number, shape, path)
        : [wrongType(path, 'un nombre entier')]
    case 'list':
      return Array.isArray(value) ? judgeList(value, shape, path) : [wrongType(path, 'une liste')]
    case 'object':
      return isObject(value) ? judgeObject(value, shape, path) : [wrongType(path, 'un objet')]
  }
}

const wrongType = (path: string, what: string) =>
  error('type', path, `Cette valeur devrait être ${what}.`)

const unknownWord = (value: string, words: readonly string[], path: string) =>
  error('enum', path, `« ${value} » n’est pas une valeur admise : ${words.join(', ')}.`)

function judgeText(
  value: string,
  shape: Extract<Shape, { kind: 'text' }>,
  path: string
): DecpFinding[] {
  const { least = 0, most = Infinity, pattern } = shape
  const letters = [...value].length
  const findings: DecpFinding[] = []
  if (letters < least || letters > most)
    findings.push(
      error(
        'length',
        path,
        `Ce texte compte ${letters} caractères : il en faut de ${least} à ${most}.`
      )
    )
  if (pattern && !pattern.test(value))
    findings.push(error('pattern', path, `« ${value} » n’est pas écrit sous la forme attendue.`))
  return findings
}

function judgeNumber(
  value: number,
  { least, most }: { least?: number; most?: number },
  path: string
): DecpFinding[] {
  if (least !== undefined && value < least)
    return [error('minimum', path, `${value} est en dessous de ${least}.`)]
  if (most !== undefined && value > most)
    return [error('maximum', path, `${value} est au-dessus de ${most}.`)]
  return []
}

function judgeList(
  values: unknown[],
  { of, least, mayRepeat }: Extract<Shape, { kind: 'list' }>,
  path: string
): DecpFinding[] {
  if (values.length < least)
    return [error('empty-list', path, 'Cette liste est vide : n’écrivez pas ce champ.')]
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    const findings = judgeShape(value, of, under(path, index))
    const written = writtenOnce(value)
    if (!mayRepeat && seen.has(written))
      findings.unshift(
        error('duplicate', under(path, index), 'Cette valeur est deux fois dans la liste.')
      )
    seen.add(written)
    return findings
  })
}

function judgeObject(
  value: Value,
  { members, required, isClosed }: ObjectShape,
  path: string
): DecpFinding[] {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => error('missing', path, `Il manque « ${name} ».`))
  const others = Object.entries(value).flatMap(([name, one]) => {
    if (Object.hasOwn(members, name)) return judgeShape(one, members[name], under(path, name))
    return isClosed ? [unknownField(name, path)] : []
  })
  return [...missing, ...others]
}

/** A field for which the format has no place. */
export const unknownField = (name: string, path: string): DecpFinding =>
  error('unknown-field', under(path, name), `« ${name} » n’existe pas dans le format national.`)
