import { TITLES } from './titles.js'

const text = { type: 'string' }

/** RFC 9457, as `answer_problem.ts` writes it. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { ...text, format: 'uri' },
    title: { ...text, description: 'Ce que le statut veut dire' },
    status: { type: 'integer' },
    detail: { ...text, description: 'Ce qui s’est passé, et comment y remédier' },
    code: { ...text, description: 'Stable : c’est lui qu’un programme lit' },
    requestId: { ...text, description: 'À donner à l’exploitant' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          pointer: { ...text, description: 'RFC 6901, dans le corps envoyé' },
          parameter: { ...text, description: 'Un paramètre de l’adresse' },
          detail: text,
          code: text,
        },
      },
    },
  },
}

/** What any operation may be told in its headers. */
export const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Un UUID, par exemple : la demande n’est faite qu’une fois sous cette clé.',
    schema: { ...text, minLength: 1, maxLength: 255 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'L’ETag de la dernière lecture.',
    schema: text,
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'Un ETag déjà lu : rien n’est renvoyé s’il n’a pas changé.',
    schema: text,
  },
}

/** What any answer says in its headers. */
export const HEADERS = {
  ETag: { description: 'La version de ce qui est renvoyé', schema: text },
  Location: { description: 'L’adresse de ce qui est créé', schema: text },
  Link: { description: 'La page suivante (RFC 8288)', schema: text },
  RateLimitLimit: { description: 'Demandes permises par minute', schema: { type: 'integer' } },
  RateLimitRemaining: { description: 'Ce qu’il en reste', schema: { type: 'integer' } },
  RateLimitReset: { description: 'Secondes avant la minute suivante', schema: { type: 'integer' } },
  RetryAfter: { description: 'Secondes à attendre', schema: { type: 'integer' } },
}

export const RATE = {
  'RateLimit-Limit': { $ref: '#/components/headers/RateLimitLimit' },
  'RateLimit-Remaining': { $ref: '#/components/headers/RateLimitRemaining' },
  'RateLimit-Reset': { $ref: '#/components/headers/RateLimitReset' },
}

/** The answers that are problems, by their status. */
export const ANSWERS = Object.fromEntries(
  Object.entries(TITLES).map(([status, description]) => [
    `Probleme${status}`,
    {
      description,
      ...(status === '429' && {
        headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
      }),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Probleme' } },
      },
    },
  ])
)
