import { appUrl } from '#config/app'
import { ANSWERS, HEADERS, PARAMETERS, problemSchema } from '#web/api/openapi_parts'
import { ref } from '#web/api/openapi_answer'
import { API_VERSION, build } from '#web/api/openapi'
import { allApis } from '#web/api/registry'
import { schemaOf } from '#web/api/schema_of'
import { bodyOf, goodAnswers } from './document_parts.js'
import { OPEN_ROOT, type OpenOperation } from './open_operation.js'

const INTRODUCTION = `Le profil d’acheteur. Sans jeton : les consultations de toutes les collectivités, et leurs données
ouvertes. Avec le jeton d’une entreprise (« Mes programmes », dans son espace) : ses plis, chiffrés par elle
(format \`halle-pli/1\`). Avec celui d’un agent : les consultations de sa collectivité, sous \`/buyer\`.
Les erreurs sont des problèmes (RFC 9457) ; les listes avancent par curseur (\`next\`, en-tête \`Link\`).`

/** The parts of an address that name a thing of ours. */
const IDENTIFIERS = ['id', 'membre']

export interface Group {
  operations: OpenOperation[]
  security: object[]
}

/** The document of all that programs may ask of public contracts (OpenAPI 3.1). */
export function documentOf(groups: Group[]): object {
  const buyers = build(allApis().filter(({ room }) => room === 'procurement')) as any
  const paths: Record<string, Record<string, object>> = {}
  for (const { operations, security } of groups)
    for (const operation of operations) {
      const [method, path] = operation.call.split(' ')
      const address = operation.path ?? path.replace(/:(\w+)/g, '{$1}')
      paths[address] ??= {}
      paths[address][method.toLowerCase()] = { ...said(operation, address), security }
    }
  for (const [address, calls] of Object.entries<any>(buyers.paths))
    paths[address.replace('/procurement', '')] = calls
  return {
    openapi: '3.1.0',
    info: { title: 'Halle : marchés publics', version: API_VERSION, description: INTRODUCTION },
    servers: [{ url: `${appUrl}${OPEN_ROOT}` }],
    paths,
    components: {
      ...buyers.components,
      securitySchemes: {
        ...buyers.components.securitySchemes,
        entreprise: { type: 'http', scheme: 'bearer', description: 'Le jeton d’une entreprise.' },
      },
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: ANSWERS,
      schemas: { ...buyers.components.schemas, Probleme: problemSchema, ...shapesOf(groups) },
    },
  }
}

function said(
  { name, call, title, says, query, body, isPiece, answer, refuses = [] }: OpenOperation,
  address: string
) {
  const isWritten = !call.startsWith('GET ')
  const statuses = new Set([429, 500, ...refuses, ...(isWritten ? [401] : [])])
  if (address.includes('{')) statuses.add(404)
  if (query || body) statuses.add(422)
  const inPath = [...address.matchAll(/\{(\w+)\}/g)].map(([, param]) => ({
    ...{ name: param, in: 'path', required: true },
    schema: IDENTIFIERS.includes(param) ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))
  const inQuery = Object.entries(query ? (schemaOf(query).properties ?? {}) : {}).map(
    ([param, schema]) => ({ name: param, in: 'query', required: false, schema })
  )
  return {
    operationId: name.replaceAll('.', '_'),
    summary: title,
    ...(says && { description: says }),
    parameters: [
      ...inPath,
      ...inQuery,
      ...(call.startsWith('POST ') ? [ref('parameters/IdempotencyKey')] : []),
    ],
    ...bodyOf(body, isPiece),
    responses: {
      ...goodAnswers(answer),
      ...Object.fromEntries(
        [...statuses].map((status) => [String(status), ref(`responses/Probleme${status}`)])
      ),
    },
  }
}

const shapesOf = (groups: Group[]) =>
  Object.fromEntries(
    groups
      .flatMap(({ operations }) => operations)
      .flatMap(({ answer }) => ('of' in answer ? [[answer.of, schemaOf(answer.shape)]] : []))
  )
