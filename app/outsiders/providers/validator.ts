import type { HttpContext } from '@adonisjs/core/http'
import vine, { errors } from '@vinejs/vine'
import type { Algorithm, ProviderKind } from './provider.js'
import { algorithmOf } from './client/presented.js'
import IdentityProvider from './provider.js'

const ALGORITHMS = ['HS256', 'ES256', 'RS256'] as const
const words = () => vine.string().trim().maxLength(1000)

const form = vine.create({
  label: vine.string().trim().minLength(2).maxLength(60),
  kind: vine.enum(['franceconnect', 'proconnect', 'other'] as const),
  issuer: vine.string().trim().maxLength(300),
  clientId: vine.string().trim().maxLength(300),
  clientSecret: vine.string().trim().maxLength(500).optional(),
  decryptionKey: vine.string().trim().maxLength(10_000).optional(),
  clientAuth: vine.enum(['client_secret_post', 'private_key_jwt'] as const).optional(),
  signingKey: vine.string().trim().maxLength(10_000).optional(),
  scopes: words().regex(/(^| )openid( |$)/),
  acrValues: words().optional(),
  idTokenAlg: vine.enum(ALGORITHMS),
  userinfoAlg: vine.enum([...ALGORITHMS, 'none'] as const),
  seconds: vine.number().min(1).max(30).withoutDecimals(),
  hasPkce: vine.boolean().optional(),
  opensPersons: vine.boolean().optional(),
  opensAgents: vine.boolean().optional(),
  isEnabled: vine.boolean().optional(),
})

const newForm = vine.create({
  slug: vine
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,39}$/),
})

/** What the operator wants of a provider; a secret that is not typed stays as it is. */
export interface WantedProvider {
  label: string
  kind: ProviderKind
  issuer: string
  clientId: string
  clientSecret?: string
  decryptionKey?: string
  clientAuth: IdentityProvider['clientAuth']
  signingKey?: string
  scopes: string
  acrValues: string[]
  idTokenAlg: Algorithm
  userinfoAlg: Algorithm | null
  seconds: number
  hasPkce: boolean
  opensPersons: boolean
  opensAgents: boolean
  isEnabled: boolean
}

/** @throws a validation error, in words under each field */
export async function wantedIn(
  { request }: HttpContext,
  known: IdentityProvider | null = null
): Promise<WantedProvider> {
  const typed = await request.validateUsing(form)
  const { hasPkce = false, opensPersons = false, opensAgents = false, isEnabled = false } = typed
  mustBeAddress(typed.issuer)
  if (typed.kind === 'franceconnect' && opensAgents) {
    refuse(
      'opensAgents',
      'FranceConnect connaît des habitants : il n’ouvre pas la porte des agents.'
    )
  }
  const { clientAuth = 'client_secret_post', signingKey } = typed
  if (clientAuth === 'private_key_jwt' && !signingKey && !known?.signingKey) {
    refuse('signingKey', 'Donnez la clé privée par laquelle nous nous présentons.')
  }
  if (signingKey && !algorithmOf(signingKey)) {
    refuse(
      'signingKey',
      'Ce n’est pas une clé privée que nous sachions tenir : un fichier PEM (PKCS 8), P-256 ou RSA de 2 048 bits au moins.'
    )
  }
  return {
    ...typed,
    clientAuth,
    issuer: typed.issuer.replace(/\/$/, ''),
    scopes: typed.scopes.replace(/\s+/g, ' '),
    acrValues: (typed.acrValues ?? '').split(/\s+/).filter(Boolean),
    userinfoAlg: typed.userinfoAlg === 'none' ? null : typed.userinfoAlg,
    ...{ hasPkce, opensPersons, opensAgents, isEnabled },
  }
}

/** The name of a new provider in its addresses, that no other has. */
export async function newSlugIn({ request }: HttpContext): Promise<string> {
  const { slug } = await request.validateUsing(newForm)
  if (await IdentityProvider.findBy('slug', slug)) refuse('slug', 'Ce nom est déjà pris.')
  return slug
}

function mustBeAddress(issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return
  refuse('issuer', 'Cette adresse commence par https://, comme le fournisseur l’écrit.')
}

function refuse(field: string, message: string): never {
  throw new errors.E_VALIDATION_ERROR([{ field, message, rule: 'provider' }])
}
