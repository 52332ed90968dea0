import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import type { LocalSigner } from '#lib/signature'

interface Session {
  nonce: string
  answer: string
  items: { item: string; signedAttributes: string }[]
}

/** What the page's script asks first: the documents prepared for a certificate. */
export async function openSession(
  client: ApiClient,
  folderUrl: string,
  user: User,
  signer: LocalSigner
) {
  return client
    .post(`${folderUrl}/seances`)
    .loginAs(user)
    .withCsrfToken()
    .header('accept', 'application/json')
    .json(sentCertificates(signer))
}

/** The certificates of a signer as the page sends them. */
export const sentCertificates = ({ certificate, chain }: LocalSigner) => ({
  certificate: certificate.toString('base64'),
  chain: chain.map((der) => der.toString('base64')),
})

/** What it sends then: a signature of each document by the certificate. */
export async function answerSession(
  client: ApiClient,
  session: Session,
  user: User,
  signer: LocalSigner
) {
  const signatures = session.items.map(({ item, signedAttributes }) => ({
    item,
    value: signer.sign(Buffer.from(signedAttributes, 'base64')).toString('base64'),
  }))
  return client
    .post(session.answer)
    .loginAs(user)
    .withCsrfToken()
    .header('accept', 'application/json')
    .json({ nonce: session.nonce, signatures })
}
