import { isDeepStrictEqual } from 'node:util'
import { appUrl } from '#config/app'
import type { Api } from './operation.js'
import { operationOf } from './openapi_operation.js'
import { ANSWERS, HEADERS, PARAMETERS, problemSchema } from './openapi_parts.js'
import { API_ROOT, callOf, openedApis } from './registry.js'
import { schemaOf, type JsonSchema } from './schema_of.js'

export const API_VERSION = '1.0.0'

const INTRODUCTION = `L’interface de programmation de Halle. Chaque jeton est celui d’un compte dans une seule collectivité :
c’est lui qui la désigne. Il ouvre ce que ses permissions et les rôles de son compte permettent tous deux.

- Les erreurs sont des problèmes (RFC 9457), en français ; chaque faute de champ est à son pointeur.
- \`Idempotency-Key\` : la même demande sous la même clé n’est faite qu’une fois, et reçoit la même réponse pendant un jour.
- \`ETag\` et \`If-Match\` : ce qui a été lu n’est remplacé que s’il n’a pas changé.
- Les listes avancent par curseur : l’en-tête \`Link\` et \`next\` disent où lire la suite.
- Les instants portent leur fuseau (\`2026-11-29T10:00:00.000Z\`) ; les jours légaux n’en ont pas (\`2026-11-29\`).
- Les fichiers viennent en \`multipart/form-data\`, ou avant, par morceaux (tus 1.0.0), nommés ensuite dans \`uploads\`.`

let made: object | undefined

/** The document that a program is written from (OpenAPI 3.1): derived, never written. */
export const openApi = (): object => (made ??= build(openedApis()))

/** The document of some APIs. */
export function build(apis: readonly Api[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const api of apis) {
    for (const operation of api.operations) {
      const { method, path } = callOf(api, operation)
      const address = path.replace(/:(\w+)/g, '{$1}')
      paths[address] ??= {}
      paths[address][method.toLowerCase()] = operationOf(api, operation, path)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Halle',
      version: API_VERSION,
      summary: 'Services numériques mutualisés pour les collectivités',
      description: INTRODUCTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${appUrl}${API_ROOT}` }],
    tags: apis.map(({ label, scopes }) => ({
      name: label,
      description: Object.entries(scopes)
        .map(([scope, words]) => `\`${scope}\` : ${words}`)
        .join('\n'),
    })),
    security: [{ jeton: [] }, { motDePasse: [] }],
    paths,
    components: {
      securitySchemes: {
        jeton: {
          type: 'http',
          scheme: 'bearer',
          description: 'Un jeton créé dans « Mon compte ».',
        },
        motDePasse: {
          type: 'http',
          scheme: 'basic',
          description: 'Un mot de passe d’application, avec l’adresse du compte.',
        },
      },
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: ANSWERS,
      schemas: { Probleme: problemSchema, ...shapesOf(apis) },
    },
  }
}

/** Every shape that an answer names. @throws when two rooms would give one name to two shapes */
function shapesOf(apis: readonly Api[]): Record<string, JsonSchema> {
  const answers = apis.flatMap(({ operations }) => operations.map(({ answer }) => answer))
  const named: Record<string, JsonSchema> = {}
  for (const answer of answers) {
    if (!('shape' in answer)) continue
    const schema = schemaOf(answer.shape)
    const known = named[answer.of]
    if (known && !isDeepStrictEqual(known, schema))
      throw new Error(`« ${answer.of} » names two shapes: a program could tell neither`)
    named[answer.of] = schema
  }
  return named
}
