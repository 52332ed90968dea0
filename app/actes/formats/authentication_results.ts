/** Who vouches for the sender of a mail, and for whom we take it. */
export interface MailTrust {
  /** The name under which our front mail server signs its results (RFC 8601 §2.5). */
  host: string
  /** The domains of the ministry. */
  domains: string[]
}

export type Authentication = 'passed' | 'failed' | 'unchecked'

/** Headers of a mail, from the top, by their lower-case name. */
export type MailHeader = { key: string; value: string }

/** The result that counts for each method: the property whose domain was proved (RFC 8601 §2.7). */
const PROVES: Record<string, string[]> = {
  dmarc: ['header.from'],
  dkim: ['header.d', 'header.i'],
  spf: ['smtp.mailfrom'],
}

/**
 * Whether the mail server that we name vouches that a mail comes from one of the domains. Only its
 * topmost header is read: those below came with the mail, and may say anything (RFC 8601 §5).
 */
export function authenticationOf(headers: MailHeader[], trust: MailTrust | null): Authentication {
  if (!trust) return 'unchecked'
  const ours = headers
    .filter(({ key }) => key === 'authentication-results')
    .map(({ value }) => parseResults(value))
    .find((results) => results.host === trust.host.toLowerCase())
  const vouched = (ours?.results ?? []).some(
    ({ method, result, properties }) =>
      result === 'pass' &&
      (PROVES[method] ?? []).some((name) => isOf(properties.get(name), trust.domains))
  )
  return vouched ? 'passed' : 'failed'
}

interface Results {
  host: string
  results: { method: string; result: string; properties: Map<string, string> }[]
}

/** `host 1; dkim=pass header.d=interieur.gouv.fr; spf=fail (why) smtp.mailfrom=x` */
export function parseResults(value: string): Results {
  const [head, ...clauses] = splitOutsideQuotes(withoutComments(value))
  const host = unquoted(head.trim().split(/\s+/)[0] ?? '').toLowerCase()
  return {
    host,
    results: clauses.flatMap((clause) => {
      const pairs = [
        ...clause.matchAll(/([\w.-]+(?:\/\d+)?)\s*=\s*((?:"(?:[^"\\]|\\.)*"|[^\s;"])+)/g),
      ]
      const [first, ...others] = pairs.map(([, name, said]) => [
        name.toLowerCase().split('/')[0],
        unquoted(said).toLowerCase(),
      ])
      if (!first) return []
      return [{ method: first[0], result: first[1], properties: firstOfEach(others) }]
    }),
  }
}

/** A property said twice counts as it was said first. */
function firstOfEach(pairs: string[][]): Map<string, string> {
  return new Map(pairs.toReversed().map(([name, said]) => [name, said]))
}

function isOf(said: string | undefined, domains: string[]): boolean {
  const domain = said?.split('@').at(-1)?.replace(/\.$/, '')
  return domains.some((one) => domain === one || Boolean(domain?.endsWith(`.${one}`)))
}

/** Comments stand in parentheses, which nest; what is quoted holds none (RFC 5322 §3.2.2). */
function withoutComments(value: string): string {
  let depth = 0
  let quoted = false
  let kept = ''
  for (let at = 0; at < value.length; at++) {
    const sign = value[at]
    if (sign === '\\' && at + 1 < value.length) {
      if (depth === 0) kept += sign + value[at + 1]
      at += 1
      continue
    }
    if (sign === '"' && depth === 0) quoted = !quoted
    if (sign === '(' && !quoted) depth += 1
    else if (sign === ')' && !quoted && depth > 0) depth -= 1
    else if (depth === 0) kept += sign
  }
  return kept
}

const splitOutsideQuotes = (value: string) => value.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/g) ?? ['']

/**
 * A value without its quotes. Those of a local part alone (RFC 8601 §2.2: `"a@b.fr"@c.fr`) are its
 * writer's, who may name anybody between them: they go with what they hold.
 */
const unquoted = (value: string) =>
  /^"(?:[^"\\]|\\.)*"$/.test(value)
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value.replace(/"(?:[^"\\]|\\.)*"/g, '')
