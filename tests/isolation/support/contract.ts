import ajv2020 from '@redocly/ajv/dist/2020.js'
import type { Program, Told } from '#tests/world/program'
import { said, type Asked } from './operations.js'

/** CommonJS: the class is its default. */
const Ajv = (ajv2020 as unknown as { default: typeof ajv2020.default }).default

const FORMATS: Record<string, RegExp> = {
  'uuid': /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  'date': /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  'uri': /^[a-z][a-z0-9+.-]*:/i,
}

/** The document that the house serves, as whoever holds it to its word reads it. */
export async function contractOf(program: Program) {
  const { body: document } = await program.get('/api/v1/openapi.json')
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS })
  ajv.addSchema(document, 'document')

  /** What an answer has that the document does not say, or the other way round. */
  function reproaches(asked: Asked, { status, headers, body, text }: Told): string[] {
    const address = asked.path.replace(/:(\w+)/g, '{$1}')
    const answer = document.paths[address]?.[asked.method.toLowerCase()]?.responses[status]
    if (!answer) return [`${said(asked)}: the document does not say ${status} (${text})`]
    const whole = answer.$ref ? at(document, answer.$ref) : answer
    const [[type, media] = []] = Object.entries<any>(whole.content ?? {})
    return [
      ...headersMissing(whole.headers ?? {}, headers).map((name) => `${said(asked)}: no ${name}`),
      ...(type && type !== '*/*' && !headers.get('content-type')?.startsWith(type)
        ? [`${said(asked)}: ${headers.get('content-type')} is not ${type}`]
        : []),
      ...(media && type !== '*/*' ? faultsIn(media.schema, body, said(asked)) : []),
    ]
  }

  function faultsIn(schema: object, body: unknown, who: string): string[] {
    const text = JSON.stringify(schema).replaceAll('"#/', '"document#/')
    const check = ajv.compile(JSON.parse(text))
    check(body)
    return (check.errors ?? []).map((fault) => `${who}: ${fault.instancePath} ${fault.message}`)
  }

  return { document, reproaches }
}

/** `Link` is said on the pages that are followed by another, and no other. */
const headersMissing = (promised: object, given: Headers) =>
  Object.keys(promised).filter((name) => name !== 'Link' && !given.has(name))

const at = (document: any, ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce((place, word) => place[word], document)
